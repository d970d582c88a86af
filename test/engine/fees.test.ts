import { annually, backtest, fixedMix, fromReturns, once, type Costs } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { closings, near, years } from './by-hand.js';
import { months, weekdaysFrom } from './made-panel.js';

const all = fixedMix({ weights: { A: 1 }, schedule: once() });
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

describe('an expense ratio', () => {
  it('takes its share of what the asset is worth after its return', () => {
    const result = backtest(years({ A: [0.1, -0.2] }), all, {
      costs: { expenseRatios: { A: 0.01 } },
      flows: { initial: 1000 },
    });
    // 1,000 → 1,100, less 11; 1,089 → 871.2, less 8.712.
    near(closings(result), [1089, 862.488]);
    near(Array.from(result.ledger.fees), [11, 8.712]);
    near(Array.from(result.ledger.assets), [100, -217.8]);
    near(result.values.slice(), [1.1 * 0.99 - 1, 0.8 * 0.99 - 1]);
    near(result.gross.values.slice(), [0.1, -0.2]);
    near(result.costs.fees.slice(), [0.01, 0.01]);
  });

  it('is geometric: twelve months of a 12 % fee leave exactly 88 %', () => {
    const result = backtest(months({ A: zeros(12) }), all, { costs: { expenseRatios: { A: 0.12 } } });
    near([closings(result)[0]!, closings(result)[11]!], [0.88 ** (1 / 12), 0.88]);
  });

  it('runs by the days on daily calendars: three over a weekend, 366 of 365.25 in a leap year', () => {
    const dates = weekdaysFrom('2019-12-30', 264);
    const panel = fromReturns({ frequency: 'daily', dates, returns: { A: zeros(264) } });
    const path = closings(backtest(panel, all, { costs: { expenseRatios: { A: 0.12 } } }));
    // The base is Friday 2019-12-27.
    near(path.slice(0, 2), [0.88 ** (3 / 365.25), 0.88 ** (4 / 365.25)]);
    const [before, after] = [dates.indexOf('2019-12-31'), dates.indexOf('2020-12-31')];
    near([path[after]! / path[before]!], [0.88 ** (366 / 365.25)]);
  });

  it('runs by weeks of seven days on weekly calendars', () => {
    const panel = fromReturns({ frequency: 'weekly', dates: ['2020-01-10', '2020-01-17'], returns: { A: [0, 0] } });
    near(closings(backtest(panel, all, { costs: { expenseRatios: { A: 0.12 } } })), [
      0.88 ** (7 / 365.25),
      0.88 ** (14 / 365.25),
    ]);
  });

  it('is borne by the asset that is named, and by no other: weights drift by it', () => {
    const half = fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: annually() });
    const result = backtest(years({ A: [0, 0], B: [0, 0] }), half, { costs: { expenseRatios: { A: 0.02 } } });
    near([result.decisions[1]!.drifted.A!, result.decisions[1]!.drifted.B!], [0.49 / 0.99, 0.5 / 0.99]);
    near(closings(result), [0.99, 0.99 ** 2]);
  });

  it('of a short position is income: what is owed shrinks by it', () => {
    const short = fixedMix({ weights: { A: 0 }, schedule: once() });
    const result = backtest(
      years({ A: [0.1] }),
      { ...short, decide: () => ({ A: -0.5 }) },
      {
        costs: { expenseRatios: { A: 0.02 } },
        rules: { leverage: { max: 1, borrowSpread: 0, shortFee: 0 } },
        flows: { initial: 1000 },
      },
    );
    // 500 are owed, 550 after the rise, 539 after 2 %; 1,500 lie in cash.
    near(closings(result), [961]);
    near(Array.from(result.ledger.fees), [-11]);
  });

  it('runs through a hole that is held', () => {
    const result = backtest(years({ A: [0, null, 0], B: [0, 0, 0] }), all, {
      costs: { expenseRatios: { A: 0.01 } },
      rules: { missing: 'hold' },
    });
    near(closings(result), [0.99, 0.99 ** 2, 0.99 ** 3]);
  });

  it('of a fund that is net already is refused, unless it is said to be another one', () => {
    const net = years({ A: [0.1] }, true);
    expectInputError('fee.twice', ['"A"', 'net', '0.0025', 'twice', 'onTopOfNet: true'], () =>
      backtest(net, all, { costs: { expenseRatios: { A: 0.0025 } } }),
    );
    const costs: Costs<'A'> = { expenseRatios: { A: { rate: 0.0025, onTopOfNet: true } } };
    near(closings(backtest(net, all, { costs })), [1.1 * 0.9975]);
    near(closings(backtest(net, all, { costs: { expenseRatios: { A: 0 } } })), [1.1]);
    expect(backtest(net, all, { costs }).assumptions).toContain(
      'Expense ratios deducted, a year: 0.25 % of A, on top of returns net of fees; of no other asset.',
    );
  });
});

describe('a portfolio fee', () => {
  const grown = years({ A: [0.1, 0.1, 0.1] });

  it('takes its share of everything alike, cash too, so that weights stay', () => {
    const half = fixedMix({ weights: { A: 0.5 }, schedule: annually() });
    const result = backtest(years({ A: [0.5, 0] }), half, { costs: { portfolioFee: 0.02 } });
    near(closings(result), [1.25 * 0.98, 1.25 * 0.98 ** 2]);
    near([result.decisions[1]!.drifted.A!], [0.6]);
    near(result.costs.fees.slice(), [0.02, 0.02]);
  });

  it('is geometric within the year', () => {
    const result = backtest(months({ A: zeros(12) }), all, { costs: { portfolioFee: 0.12 } });
    near([closings(result)[0]!, closings(result)[11]!], [0.88 ** (1 / 12), 0.88]);
  });

  it('comes after what expense ratios took', () => {
    const result = backtest(grown, all, { costs: { portfolioFee: 0.02, expenseRatios: { A: 0.01 } } });
    near(
      result.values.slice(),
      Array.from({ length: 3 }, () => 1.1 * 0.99 * 0.98 - 1),
    );
    near(
      result.costs.fees.slice(),
      Array.from({ length: 3 }, () => 1 - 0.99 * 0.98),
    );
  });

  it('is taken from what came at the end of the period, because that comes before it', () => {
    const result = backtest(grown, all, {
      costs: { portfolioFee: 0.02 },
      flows: { initial: 1000, contributions: { amount: 100, schedule: annually(), at: 'end' } },
    });
    // (1,100 + 100) × 0.98 = 1,176; (1,293.6 + 100) × 0.98 = 1,365.728; (1,502.3008 + 100) × 0.98.
    near(closings(result), [1176, 1365.728, 1570.254784]);
    near(Array.from(result.ledger.fees), [24, 27.872, 32.046016]);
    near(result.values.slice(), [0.078, 0.078, 0.078]);
  });

  it('is not taken from what comes at the start of the next, because that comes after it', () => {
    const result = backtest(grown, all, {
      costs: { portfolioFee: 0.02 },
      flows: { initial: 1000, contributions: { amount: 100, schedule: annually(), at: 'start' } },
    });
    // Base: 1,100. 1,210 × 0.98 + 100 = 1,285.8; 1,414.38 × 0.98 + 100; and nothing comes on the last day.
    const second = 1414.38 * 0.98 + 100;
    near(closings(result), [1285.8, second, second * 1.1 * 0.98]);
    near(Array.from(result.ledger.flows), [200, 100, 0]);
    near(result.values.slice(), [0.078, 0.078, 0.078]);
  });

  it('comes before the trades of the close, which cost a share of what it left', () => {
    const half = fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: annually() });
    const result = backtest(years({ A: [0.5, 0], B: [0, 0] }), half, {
      costs: { portfolioFee: 0.1, tradingBps: 100 },
      flows: { initial: 1000 },
    });
    // 990 → 1,237.5 → 1,113.75; from 60 to 50 % and from 40 to 50 %: 0.2 × 1 % of that.
    near(closings(result), [1113.75 * 0.998, 1113.75 * 0.998 * 0.9]);
    near(Array.from(result.ledger.fees), [123.75, 1113.75 * 0.998 * 0.1]);
  });
});
