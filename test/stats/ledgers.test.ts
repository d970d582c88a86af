import { describe, expect, it } from 'vitest';
import { costSummary, turnoverSummary } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { series } from './support.js';

describe('turnoverSummary', () => {
  const ledger = [
    { turnover: 1, cost: 0.001, first: true },
    { turnover: 0.2, cost: 0.0004, first: false },
    { turnover: 0, cost: 0, first: false },
    { turnover: 0.3, cost: 0.0006, first: false },
  ];

  it('keeps the first purchase apart from the turnover per year, but in the cost', () => {
    expect(turnoverSummary(ledger, 2)).toEqual({
      trades: 3,
      firstPurchase: 1,
      turnover: 0.5,
      perYear: 0.25,
      cost: 0.002,
      firstPurchaseCost: 0.001,
    });
  });

  it('does not count rounding as a trade', () => {
    const rounding = { turnover: 1e-16, cost: 0, first: false };
    expect(turnoverSummary([...ledger, rounding, { ...rounding, turnover: 1e-12 }], 2).trades).toBe(3);
    expect(turnoverSummary([{ ...rounding, turnover: 1e-9 }], 2).trades).toBe(1);
  });

  it('is 0 of an empty ledger and has no yearly rate over no time', () => {
    expect(turnoverSummary([], 3)).toMatchObject({ trades: 0, turnover: 0, perYear: 0, cost: 0 });
    expect(turnoverSummary(ledger, 0).perYear).toBeNaN();
    expect(Object.isFrozen(turnoverSummary([], 3))).toBe(true);
  });

  it('refuses what is not a ledger, naming the line', () => {
    expectInputError('option.range', ['turnoverSummary', 'trades[0].turnover', '-1'], () =>
      turnoverSummary([{ turnover: -1, cost: 0, first: false }], 1),
    );
    expectInputError('option.type', ['trades[0].cost', 'NaN'], () =>
      turnoverSummary([{ turnover: 1, cost: NaN, first: false }], 1),
    );
    expectInputError('option.type', ['an array', 'an object'], () => turnoverSummary({} as never, 1));
    expectInputError('option.type', ['trade 0', '3'], () => turnoverSummary([3] as never, 1));
    expectInputError('option.range', ['years', '-2'], () => turnoverSummary([], -2));
  });
});

describe('costSummary', () => {
  it('is the share of final wealth and the growth per year that costs took', () => {
    // Gross 1.1² = 1.21, net 1.05² = 1.1025: 1 − 1.1025/1.21, and 10 % − 5 %.
    const found = costSummary(series('annual', [0.05, 0.05], 'Net'), series('annual', [0.1, 0.1], 'Gross'));
    expect(found.totalCost).toBeCloseTo(1 - 1.1025 / 1.21, 14);
    expect(found.dragPerYear).toBeCloseTo(0.05, 14);
  });

  it('is 0 without costs and NaN where nothing is left, over a hole, or per year under one', () => {
    const one = series('annual', [0.1, -0.2]);
    expect(costSummary(one, one)).toEqual({ totalCost: 0, dragPerYear: 0 });
    const ruin = series('annual', [-1]);
    // A share of nothing is 0/0; the growth per year is −1 before and after costs.
    expect(costSummary(ruin, ruin)).toEqual({ totalCost: NaN, dragPerYear: 0 });
    const hole = series('annual', [0.1, NaN, 0.1]);
    expect(costSummary(hole, hole)).toEqual({ totalCost: NaN, dragPerYear: NaN });
    const short = costSummary(series('monthly', [0.01]), series('monthly', [0.02]));
    expect(short.totalCost).toBeCloseTo(1 - 1.01 / 1.02, 14);
    expect(short.dragPerYear).toBeNaN();
  });

  it('refuses two series that do not cover the same periods, naming both', () => {
    expectInputError('calendar.mismatch', ['costSummary', '"Net" has 1 periods', '"Gross" has 2', '2021-12-31'], () =>
      costSummary(series('annual', [0.1], 'Net'), series('annual', [0.1, 0.1], 'Gross')),
    );
    expectInputError('calendar.mismatch', ['"Net" has no return'], () =>
      costSummary(series('annual', [NaN], 'Net'), series('annual', [0.1], 'Gross')),
    );
  });
});
