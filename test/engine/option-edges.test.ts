import { addIndicator, annually, backtest, defineStrategy, fixedMix, fromReturns, once, whenDrifted } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const panel = fromReturns({
  frequency: 'annual',
  dates: ['2020-12', '2021-12', '2022-12'],
  returns: { A: [0, 0, 0], B: [0, 0, 0], Short: [0.1, 0, null] },
});
const mix = fixedMix({ weights: { A: 0.3, B: 0.7 }, schedule: annually() });
const flow = (contributions: unknown): unknown => ({ flows: { initial: 1, contributions } });

describe('options at their edges', () => {
  it.each([
    ['costs of null', { costs: null }, 'option.type', ['"costs"', 'null']],
    ['rules of null', { rules: null }, 'option.type', ['"rules"', 'null']],
    ['flows of null', { flows: null }, 'option.type', ['"flows"', 'null']],
    ['a cost of null', { costs: { tradingBps: null } }, 'option.type', ['costs.tradingBps', 'null']],
    ['a flow of null', flow(null), 'option.type', ['flows.contributions', 'null']],
    ['a flow once at the end', flow({ amount: 1, schedule: once() }), 'option.range', ['never fall', "at: 'start'"]],
    ['a flow on no day', flow({ amount: 1, schedule: [] }), 'option.range', ['empty list', 'never fall']],
    [
      'a flow that would never fall',
      flow({ amount: 1, schedule: annually(), from: '2022-12', to: '2021-12' }),
      'option.range',
      ['later than', '2022-12', '2021-12'],
    ],
    [
      'a day outside the bounds of its own flow',
      flow({ amount: 1, schedule: ['2021-12-31'], from: '2022-01' }),
      'option.range',
      ['"from" and "to" of this flow', '2022-01'],
    ],
    ['a schedule that is a day', flow({ amount: 1, schedule: '2021-12-31' }), 'schedule.invalid', ["['2024-12-31']"]],
    [
      'two groups of one name',
      { rules: { groups: ['A', 'B'].map((asset) => ({ name: 'X', assets: [asset], max: 0.2 })) } },
      'option.range',
      ['groups[1]', '"X" already'],
    ],
    [
      'an asset twice in a group',
      { rules: { groups: [{ name: 'X', assets: ['A', 'A'], max: 0.2 }] } },
      'option.range',
      ['"A" is named twice'],
    ],
    [
      'a number in a group',
      { rules: { groups: [{ name: 'X', assets: [5], max: 1 }] } },
      'option.type',
      ['assets', '5'],
    ],
    ['a dated cost without its day', { costs: { tradingBps: [{ bps: 5 }] } }, 'option.missing', ['"from" is missing']],
  ] as const)('%s is refused', (_, options, code, facts) => {
    expectInputError(code, facts, () => backtest(panel, mix, options as never));
  });

  it('a rule for delistings that the window cuts off is told', () => {
    const half = fixedMix({ weights: { A: 0.5, Short: 0.5 }, schedule: once() });
    const rules = { delisting: { return: -0.3 } };
    expect(backtest(panel, half, { rules }).warnings).toContainEqual(
      expect.stringContaining('rules.delisting did nothing: the window ends with Short'),
    );
    // Half in each: + 10 % on one half, flat, and then − 30 % of what the half has become: 0.5 + 0.55 × 0.7 = 0.885.
    const kept = backtest(panel, half, { rules: { ...rules, missing: 'cash' } });
    expect(kept.ledger.closing.at(-1)).toBeCloseTo(0.885, 14);
    expect(kept.warnings.some((warning) => warning.includes('did nothing'))).toBe(false);
  });
});

describe('what a reader is told', () => {
  const said = (options: object): string =>
    [...backtest(panel, mix, options).assumptions, ...backtest(panel, mix, options).warnings].join('\n');

  it('does not call trading free that costs money', () => {
    expect(said({})).toContain('Trading is free (no costs given).');
    expect(said({ costs: { perTrade: 0.001 }, flows: { initial: 1 } })).not.toContain('free');
  });

  it('speaks of the fees of what is held only', () => {
    expect(said({ costs: { expenseRatios: { Short: 0.01 } } })).not.toContain('Expense ratios deducted');
  });

  it('warns of debt at the spread alone, and not where cash is given', () => {
    const levered = defineStrategy({
      name: 'Levered',
      assets: ['A'],
      schedule: annually(),
      decide: () => ({ A: 1.5 }),
    });
    const rules = { leverage: { max: 2, borrowSpread: 0.01, shortFee: 0 } };
    expect(backtest(panel, levered, { rules }).warnings.join()).toContain('debt costs the spread alone');
    expect(backtest(panel, levered, { rules, cash: 'B' }).warnings.join()).not.toContain('debt costs');
  });

  it('warns of an indicator that has ended long before the run, with its source among the data', () => {
    const signalled = addIndicator(panel, 'cpi', {
      name: 'CPI',
      unit: 'index',
      usesHindsight: false,
      source: 'A statistical office',
      observations: [{ knownOn: '2019-12-31', value: 100 }],
    });
    const result = backtest(signalled, mix, {
      flows: { initial: 10, withdrawals: { amount: 1, inflation: 'cpi', schedule: annually() } },
    });
    expect(result.warnings).toContainEqual(
      'Indicator "cpi" has nothing new after 2019-12-31: its last value was carried forward to 2022-12-31.',
    );
    expect(result.assumptions.at(-1)).toContain('A statistical office');
  });

  it('marks hindsight of the indicator that flows grow with', () => {
    const marked = addIndicator(panel, 'cpi', {
      name: 'CPI',
      unit: 'index',
      usesHindsight: true,
      observations: [{ knownOn: '2019-12-31', value: 100 }],
    });
    const flows = { initial: 10, withdrawals: { amount: 1, inflation: 'cpi', schedule: annually() } };
    expect(backtest(marked, mix, { flows }).usesHindsight).toBe(true);
  });

  it('tells of holes that were held through, and how', () => {
    const holed = fromReturns({
      frequency: 'annual',
      dates: ['2020-12', '2021-12', '2022-12'],
      returns: { A: [0, 0, 0], B: [0, null, 0] },
    });
    const told = (missing: 'hold' | 'cash'): string => backtest(holed, mix, { rules: { missing } }).warnings.join();
    expect(told('hold')).toContain(
      'Held without a return: B in 1 row, 2021-12-31 to 2021-12-31. They kept their last value',
    );
    expect(told('cash')).toContain('Their money went to cash at the last price, free of cost');
  });

  it('has assets of any name, those of every object among them', () => {
    const odd = fromReturns({
      frequency: 'annual',
      dates: ['2020-12', '2021-12'],
      returns: { constructor: [0.1, 0], toString: [0.1, 0] },
    });
    const half = fixedMix({ weights: { constructor: 0.5, toString: 0.5 } });
    const options = {
      costs: { expenseRatios: {}, tradingBps: { constructor: 0, toString: 0 } },
      rules: { groups: [{ name: 'Odd', assets: ['constructor'], max: 0.6 }] },
    };
    const result = backtest(odd, half, options as never);
    expect(result.values[0]).toBeCloseTo(0.1, 15);
    expect(result.decisions[0]?.weights).toEqual({ constructor: 0.5, toString: 0.5 });
  });
});

describe('what comes after the last close, and what flows turn over', () => {
  it('says what is held and whether the rule would trade for its target', () => {
    const grown = fromReturns({
      frequency: 'annual',
      dates: ['2020-12', '2021-12'],
      returns: { A: [0, 0.1], B: [0, 0] },
    });
    const half = { A: 0.5, B: 0.5 };
    const next = (schedule: ReturnType<typeof annually> | ReturnType<typeof whenDrifted>) =>
      backtest(grown, fixedMix({ weights: half, schedule })).nextTarget;
    // 0.55 / 1.05 of the wealth is in A: 2.4 points away from its target.
    expect(next(whenDrifted({ band: 0.05 }))).toMatchObject({ weights: half, scheduled: true, trades: false });
    expect(next(whenDrifted({ band: 0.02 }))).toMatchObject({ weights: half, scheduled: true, trades: true });
    expect(next(annually({ month: 6 }))).toMatchObject({ scheduled: false, trades: false });
    expect(next(annually()).held.A).toBeCloseTo(0.55 / 1.05, 15);
  });

  it('does not lose a run to an answer on its last close that nobody trades', () => {
    const stubborn = defineStrategy({ name: 'B', assets: 'all', schedule: once(), decide: () => ({ Short: 1 }) });
    const { values, nextTarget, warnings } = backtest(panel, stubborn);
    expect(values[0]).toBeCloseTo(0.1, 15);
    expect(nextTarget).toMatchObject({ target: { Short: 1 }, weights: {} });
    expect(warnings).toContainEqual('The next target names Short, which has no price on 2022-12-31.');
  });

  it('has no turnover where money is only added, whenever the strategy decides', () => {
    const one = fixedMix({ weights: { A: 1 }, schedule: annually() });
    const contributions = { amount: 1, schedule: annually() };
    const result = backtest(panel, one, { flows: { initial: 10, contributions } });
    expect(result.turnover.turnover).toBe(0);
    // The decision itself invests 1 of 11: half of the change of A and of cash each.
    expect(result.decisions[1]?.turnover).toBeCloseTo(1 / 11, 15);
  });
});
