import { addIndicator, annually, backtest, fixedMix, type BacktestOptions } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { years } from './by-hand.js';

type Name = 'A' | 'B';

/** What is said of a run beyond what is said of every one. */
function said(options: BacktestOptions<Name>): readonly string[] {
  const panel = addIndicator(years({ A: [0, 0, 0], B: [0, 0, 0] }), 'cpi', [{ knownOn: '2019-12-01', value: 100 }]);
  const mix = fixedMix<Name>({ weights: { A: 0.3, B: 0.7 }, schedule: annually() });
  return backtest(panel, mix, options).assumptions.slice(5, -1);
}

describe('the rules of a run in sentences', () => {
  it.each([
    [
      'leverage',
      { leverage: { max: 1.5, borrowSpread: 0.01, shortFee: 0.005 } },
      'May borrow and sell short: absolute weights up to 1.5 at a decision; debt costs the cash rate plus 1 % a year, short positions 0.5 % a year.',
    ],
    [
      'hold',
      { missing: 'hold' },
      'A held asset without a return keeps its last value; what is not listed cannot be bought, and its part stays in cash.',
    ],
    [
      'cash',
      { missing: 'cash' },
      'A held asset without a return is in cash at its last price until the next decision, like what is not listed.',
    ],
    [
      'renormalise',
      { missing: 'renormalise' },
      'The target is spread over the assets that are there, and traded anew whenever one comes or goes.',
    ],
    [
      'a delisting return for all',
      { delisting: { return: -0.3 } },
      'Assets that end before the data do earn a delisting return in the row after their last: -30 %.',
    ],
    [
      'delisting returns by asset',
      { delisting: { return: { A: -0.3, B: -0.55 } } },
      'Assets that end before the data do earn a delisting return in the row after their last: -30 % for A, -55 % for B.',
    ],
    [
      'proceeds',
      { delisting: { proceeds: 'spread' } },
      'Proceeds of assets that end are divided among the others held.',
    ],
    [
      'all limits, none of which binds',
      {
        maxHoldings: 2,
        maxWeight: 0.8,
        groups: [
          { name: 'X', assets: ['A'], max: 0.5 },
          { name: 'Y', assets: ['B'], max: 0.9 },
        ],
        maxTurnover: 0.25,
        minTrade: 0.01,
      },
      'Limits, in this order: at most 2 holdings; no weight above 80 %; X (A) together up to 50 %; Y (B) together up to 90 %; one-way turnover of a decision up to 25 %; no change under 1 % of wealth.',
    ],
    ['limits by asset', { maxWeight: { A: 0.4, B: 0.75 } }, 'Limits, in this order: A up to 40 %, B up to 75 %.'],
  ] as const)('tell of %s', (_, rules, sentence) => {
    const told = said({ rules: rules });
    expect(told.filter((one) => !one.startsWith('Rules that changed'))).toEqual([sentence]);
  });

  it('tell how often which rule bound, once a decision', () => {
    const groups = [{ name: 'X', assets: ['B'] as const, max: 0.5 }];
    expect(said({ rules: { maxWeight: 0.6, groups } }).at(-1)).toBe(
      'Rules that changed a trade, of 3 decisions: maxWeight at 3, group X at 3.',
    );
    expect(said({ rules: { missing: 'error' } })).toEqual([]);
    expect(said({ rules: { delisting: {} } })).toEqual([]);
  });
});

describe('the investor’s money in sentences', () => {
  const weighted = 'Returns are time-weighted: money that comes or goes is in none of them.';
  const schedule = annually();

  it.each([
    ['nothing comes', {}, 'Wealth starts at 100.', []],
    [
      'an amount comes',
      { contributions: { amount: 5, schedule } },
      'Wealth starts at 100; 5 comes in annually in December at the end of the period.',
      [weighted],
    ],
    [
      'a share goes, at the start of a period and on some days only',
      { withdrawals: { share: 0.04, schedule, at: 'start', from: '2020-06', to: '2021-12' } },
      'Wealth starts at 100; 4 % of wealth comes out annually in December at the start of the period from 2020-06 to 2021-12.',
      [weighted],
    ],
    [
      'amounts grow, with an index and at a rate',
      {
        contributions: [
          { amount: 5, schedule, inflation: 'cpi' },
          { amount: 1, schedule: ['2020-12-31', '2021-12-31'], inflation: 0.02 },
        ],
        withdrawals: { amount: 2, schedule },
      },
      'Wealth starts at 100; 5 comes in annually in December at the end of the period, growing with cpi; 1 comes in on 2020-12-31, 2021-12-31 at the end of the period, growing 2 % a year; 2 comes out annually in December at the end of the period.',
      [weighted],
    ],
  ] as const)('tells where %s', (_, flows, sentence, more) => {
    expect(said({ flows: { initial: 100, ...flows } })).toEqual([sentence, ...more]);
  });
});
