import {
  annually,
  averageWeights,
  backtest,
  concentration,
  constantMixOf,
  contributions,
  defineStrategy,
  fixedMix,
  once,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { fromDays, near, years } from './by-hand.js';
import { months } from './made-panel.js';

const lines = (shown: unknown): string[] =>
  String(shown)
    .split('\n')
    .map((line) => line.trimEnd());
const html = (shown: unknown): string =>
  (shown as Record<symbol, () => Readonly<Record<string, string>>>)[Symbol.for('Jupyter.display')]!()['text/html']!;

describe('concentration, as it prints itself', () => {
  it('is a table of means, least, most and last, of the rows on which something was held', () => {
    // All cash in the first month; a half and a half in the second: 0.5 and 2; 0.75 and 0.5 in the third: 0.6² + 0.4² = 0.52, and 1 / 0.52.
    const panel = months({ A: [0, 0.5, 0], B: [0, 0, 0] });
    const late = fromDays(['A', 'B'], { '2019-12-31': {}, '2020-01-31': { A: 0.5, B: 0.5 } }, annually({ month: 1 }));
    const shown = concentration(backtest(panel, late));
    expect(lines(shown)).toEqual([
      'Concentration of By days, 2020-01 to 2020-03',
      '                      Mean   Least    Most  Last row',
      '------------------  ------  ------  ------  --------',
      'Herfindahl index    0.5100  0.5000  0.5200    0.5200',
      'Effective holdings  1.9615  1.9231  2.0000    1.9231',
      'Shares of what is held at the start of each period; cash and debt are no holdings, a short position',
      '  counts by its size.',
    ]);
    expect(html(shown)).toContain('Effective holdings');
    expectInputError('series.invalid', ['concentration'], () => concentration(null as never));
  });
});

describe('contributions, as they print themselves', () => {
  it('are a table with the larger first, cash with its name, and the net return below', () => {
    // Half of 10 % and a quarter of −40 %, and a quarter in the bill.
    const panel = years({ A: [0.1], B: [-0.4], Bill: [0.02] });
    const mix = () => fixedMix({ weights: { A: 0.5, B: 0.25 }, schedule: once() });
    const shown = contributions(backtest(panel, mix(), { cash: 'Bill' }));
    expect(lines(shown)).toEqual([
      `Contributions to the net return of ${mix().name}, 2020-12 to 2020-12`,
      '             A year, on average  To the total return',
      '-----------  ------------------  -------------------',
      'B                      -10.00 %             -10.00 %',
      'A                        5.00 %               5.00 %',
      'Cash (Bill)              0.50 %               0.50 %',
      'Financing                0.00 %               0.00 %',
      'Fees                     0.00 %               0.00 %',
      'Trading                  0.00 %               0.00 %',
      'Net return              -4.50 %              -4.50 %',
      'A year: mean of the periods × periods per year, not compounded. To the total return: linked by the',
      '  method of Carino, so that the parts add up.',
    ]);
    expect(lines(contributions(backtest(panel, mix())))[5]).toMatch(/^Cash {2,}/);
    expect(html(shown)).toContain('Cash (Bill)');
  });

  it('sum up what comes after the twentieth asset in one line', () => {
    const columns = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`F${index}`, [(index + 1) / 100]]));
    const shown = (count: number) => {
      const weights = Object.fromEntries(Object.keys(columns(count)).map((asset) => [asset, 1 / 25]));
      const mix = { ...fixedMix({ weights, schedule: once() }), name: 'All' };
      return lines(contributions(backtest(years(columns(count)), mix)));
    };
    const many = shown(22);
    // F21 earned 22 % on a 25th; F1 and F0, the smallest, 2 % and 1 % on a 25th each.
    expect(many[3]).toMatch(/^F21 +0\.88 % +0\.88 %$/);
    expect(many[22]).toMatch(/^F2 +0\.12 % +0\.12 %$/);
    expect(many[23]).toMatch(/^2 other assets +0\.12 % +0\.12 %$/);
    expect(many[24]).toMatch(/^Cash /);
    expect(shown(20).join('\n')).not.toContain('other assets');
  });

  it('say that all was lost instead of averaging over it', () => {
    const panel = months({ A: [0.1, -1, 0] });
    const shown = lines(contributions(backtest(panel, fixedMix({ weights: { A: 1 } }))));
    expect(shown.at(-1)).toBe('All was lost: nothing averages over a year or links to that.');
    expect(shown.find((line) => line.startsWith('Net return'))).toMatch(/^Net return +– +-100\.00 %$/);
    const fine = lines(contributions(backtest(panel, fixedMix({ weights: { A: 1 } }), { window: { to: '2020-01' } })));
    expect(fine.join('\n')).not.toContain('All was lost');
  });

  it('link one row to itself, every part under its own name', () => {
    // 2 of A with 1 owed: 20 %, and 1 % of spread; a fund fee of 1 % of 2.2; 0.5 % of 2 to buy it.
    const twice = defineStrategy({ name: 'Twice', assets: ['A'], schedule: once(), decide: () => ({ A: 2 }) });
    const found = contributions(
      backtest(years({ A: [0.1], Bill: [0.02] }), twice, {
        cash: 'Bill',
        rules: { leverage: { max: 2, borrowSpread: 0.01, shortFee: 0 } },
        costs: { tradingBps: 50, expenseRatios: { A: 0.01 } },
      }),
    );
    const { linked } = found;
    near(
      [linked.assets.A, linked.cash, linked.financing, linked.fees, linked.trading],
      [0.99 * 0.2, 0.99 * -0.02, 0.99 * -0.01, 0.99 * -0.022, -0.01],
    );
    expect(Object.isFrozen(linked)).toBe(true);
  });

  it('are of the wealth with which the first row began, money that came to the base in it and later money not', () => {
    const panel = years({ A: [0, 0], Bill: [0.02, 0.02] });
    const half = fixedMix({ weights: { A: 0.5 }, schedule: annually() });
    const found = contributions(
      backtest(panel, half, {
        cash: 'Bill',
        flows: { initial: 1000, contributions: { amount: 500, schedule: annually(), at: 'start' } },
      }),
    );
    near(found.cash, [0.01, 0.01]);
  });
});

describe('a constant mix', () => {
  it('has the average weights in its name, of what was held', () => {
    const rotation = defineStrategy({
      name: 'Turns',
      assets: ['A', 'B', 'C'],
      schedule: annually(),
      decide: ({ asOf }): { A?: number; B?: number } => (asOf === '2019-12-31' ? { A: 0.5 } : { B: 1 }),
    });
    const mix = constantMixOf(backtest(years({ A: [0, 0], B: [0, 0], C: [0, 0] }), rotation));
    expect(mix.name).toBe('Constant mix 25.0 % A, 50.0 % B');
    expect(mix.params).toEqual({ of: 'Turns', weights: { A: 0.25, B: 0.5 } });
    expectInputError('series.invalid', ['averageWeights'], () => averageWeights(null as never));
    expectInputError('option.unknown', ['constantMixOf', '"shedule"'], () =>
      constantMixOf(backtest(years({ A: [0] }), fixedMix({ weights: { A: 1 } })), { shedule: once() } as never),
    );
  });
});
