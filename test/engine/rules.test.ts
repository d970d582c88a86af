import {
  addField,
  addIndicator,
  annually,
  backtest,
  once,
  defineStrategy,
  fixedMix,
  fromReturns,
  monthly,
  wealth,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { about } from './about.js';
import { months } from './made-panel.js';

const all = <A extends string>(asset: A, schedule = monthly()) =>
  fixedMix({ weights: { [asset]: 1 } as Record<A, number>, schedule });

describe('rule 1: the first decision', () => {
  const panel = months({ A: [0.1, -0.05, 0.02, 0.04] });

  it('falls on the base, whatever the schedule says, and the result begins with the row after it', () => {
    for (const schedule of [monthly(), annually({ month: 6 }), once()]) {
      const result = backtest(panel, all('A', schedule));
      expect(result.decisions[0]?.decidedOn).toBe('2019-12-31');
      expect(result.decisions[0]?.tradedOn).toBe('2019-12-31');
      expect(result.calendar.date(-1)).toBe('2019-12-31');
      expect(Array.from(result.values)).toEqual([0.1, -0.05, 0.02, 0.04].map((value) => about(value)));
    }
  });

  it('a one-asset portfolio earns exactly that asset’s returns', () => {
    const result = backtest(panel, all('A', once()));
    expect(wealth(result).at(-1)).toBeCloseTo(1.1 * 0.95 * 1.02 * 1.04, 15);
    expect(Array.from(result.weights('A'))).toEqual([1, 1, 1, 1]);
  });

  it('waits for the lookback: with lookback 2 it falls on the second row and reads both', () => {
    const seen: [string, number[]][] = [];
    const strategy = defineStrategy({
      name: 'reader',
      assets: ['A'],
      lookback: 2,
      schedule: once(),
      decide: (view) => {
        seen.push([view.asOf, Array.from(view.returns('A', 2))]);
        return { A: 1 };
      },
    });
    const result = backtest(panel, strategy);
    expect(seen).toEqual([
      ['2020-02-29', [0.1, -0.05]],
      // On the last row it is asked for the next target.
      ['2020-04-30', [0.02, 0.04]],
    ]);
    expect(Array.from(result.values)).toEqual([about(0.02), about(0.04)]);
    expect(result.calendar.date(-1)).toBe('2020-02-29');
  });

  it('lookback 1 falls on the first row: one return is there', () => {
    const strategy = defineStrategy({
      name: 'one',
      assets: ['A'],
      lookback: 1,
      schedule: monthly(),
      decide: (view) => (view.totalReturn('A', 1) > 0 ? { A: 1 } : {}),
    });
    expect(backtest(panel, strategy).decisions.map(({ decidedOn }) => decidedOn)).toEqual([
      '2020-01-31',
      '2020-02-29',
      '2020-03-31',
    ]);
  });

  it('waits for the declared fields, but not for indicators, which are NaN until they have a value', () => {
    const sized = addField(months({ A: [0.01, 0.02, 0.03, 0.04], B: [0, 0, 0, 0] }), 'size', {
      A: [{ knownOn: '2020-01-15', value: 3 }],
      B: [{ knownOn: '2020-02-10', value: 4 }],
    });
    const withRate = addIndicator(sized, 'rate', [{ knownOn: '2020-03-05', value: 0.01 }]);
    const rates: number[] = [];
    const strategy = defineStrategy({
      name: 'sized',
      assets: ['A', 'B'],
      fields: ['size'],
      indicators: ['rate'],
      schedule: monthly(),
      decide: (view) => {
        rates.push(view.indicator('rate'));
        const [a = 0, b = 0] = view.field('size');
        return { A: a / (a + b) };
      },
    });
    const result = backtest(withRate, strategy);
    expect(result.decisions[0]?.decidedOn).toBe('2020-02-29');
    expect(result.decisions[0]?.target).toEqual({ A: 3 / 7 });
    expect(rates).toEqual([NaN, 0.01, 0.01]);
  });

  it('on all names it waits only until some name has the field', () => {
    const sized = addField(months({ A: [0.01, 0.02, 0.03, 0.04], B: [0, 0, 0, 0] }), 'size', {
      A: [{ knownOn: '2020-01-15', value: 3 }],
    });
    const strategy = defineStrategy({
      name: 'universe',
      assets: 'all',
      fields: ['size'],
      schedule: monthly(),
      decide: (view) => ({ members: [0], weights: [view.field('size')[0]! / 3] }),
    });
    expect(backtest(sized, strategy).decisions[0]?.decidedOn).toBe('2020-01-31');
  });

  it('falls on the row before the window, and may read history from before it', () => {
    const seen: number[][] = [];
    const strategy = defineStrategy({
      name: 'history',
      assets: ['A'],
      lookback: 2,
      schedule: monthly(),
      decide: (view) => {
        seen.push(Array.from(view.returns('A', 2)));
        return { A: 1 };
      },
    });
    const result = backtest(panel, strategy, { window: { from: '2020-04' } });
    expect(result.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2020-03-31']);
    expect(seen[0]).toEqual([-0.05, 0.02]);
    expect(result.calendar.length).toBe(1);
  });
});

describe('rule 1: the last row', () => {
  it('decides without trading: nothing is charged, and the answer is the next target', () => {
    const flip = defineStrategy({
      name: 'flip',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: (view) => (Number(view.asOf.slice(5, 7)) % 2 === 0 ? { A: 1 } : { B: 1 }),
    });
    const result = backtest(months({ A: [0.1, 0.1], B: [0.05, 0.05] }), flip, { costs: { tradingBps: 100 } });
    // December: all in A for 1 %. January: A for B, 2 %. February is the last row: it would be A again.
    expect(wealth(result).at(-1)).toBeCloseTo(0.99 * 1.1 * 0.98 * 1.05, 15);
    expect(result.decisions.length).toBe(2);
    expect(result.nextTarget).toEqual({
      decidedOn: '2020-02-29',
      weights: { A: 1 },
      target: { A: 1 },
      bound: [],
      held: { B: 1 },
      scheduled: true,
      trades: true,
    });
  });

  it('says when the schedule does not fall on it', () => {
    const result = backtest(months({ A: [0.1, 0.1] }), all('A', annually({ month: 12 })));
    expect(result.nextTarget).toEqual({
      decidedOn: '2020-02-29',
      weights: { A: 1 },
      target: { A: 1 },
      bound: [],
      held: { A: 1 },
      scheduled: false,
      trades: false,
    });
    const daily = fromReturns({ frequency: 'daily', dates: ['2020-01-30', '2020-01-31'], returns: { A: [0, 0] } });
    expect(backtest(daily, all('A')).nextTarget.scheduled).toBe(true);
  });

  it('leaves a trade that would fall on it undone, and says so', () => {
    const result = backtest(months({ A: [0.1, 0.2, 0.3] }), all('A'), {
      executionLag: 1,
      costs: { tradingBps: 100 },
    });
    // Decided at the base, traded in January for 1 %: February and March earn. March's trade would fall on the last row.
    expect(result.decisions.map(({ tradedOn }) => tradedOn)).toEqual(['2020-01-31', '2020-02-29', null]);
    expect(Array.from(result.values)).toEqual([-0.01, 0.2, 0.3].map((value) => about(value)));
    // An ordinary end of a run with a lag: a fact of the decision, no warning.
    expect(result.warnings).toEqual([]);
    expect(result.decisions[2]).toMatchObject({ drifted: {}, traded: 0, turnover: 0, cost: 0 });
  });
});

describe('rule 2: a trade at a close lowers the wealth of that close', () => {
  it('a purchase at the base leaves 1 at the base and lowers the first net return', () => {
    const result = backtest(months({ A: [0.1, 0.1] }), all('A', once()), { costs: { tradingBps: 50 } });
    expect(wealth(result).at(0)).toBe(1);
    expect(result.values.at(0)).toBeCloseTo(0.995 * 1.1 - 1, 15);
    expect(result.values.at(1)).toBeCloseTo(0.1, 15);
    expect(result.gross.values.at(0)).toBeCloseTo(0.1, 15);
    expect(result.costs.firstPurchase).toBeCloseTo(0.005, 15);
    expect(result.costs.trading.at(0)).toBeCloseTo(0.005, 15);
  });

  it('a later trade lowers the net return of its own row, not of the next one', () => {
    const result = backtest(
      months({ A: [0.1, 0, 0.1], B: [-0.1, 0, 0.1] }),
      fixedMix({ weights: { A: 0.5, B: 0.5 } }),
      {
        costs: { tradingBps: 100 },
      },
    );
    // January: 0.99 × (0.55 + 0.45) = 0.99; drifted 0.55 and 0.45; trades 0.05 + 0.05; costs 0.1 × 1 % = 0.1 %.
    expect(result.values.at(0)).toBeCloseTo(0.99 * 0.999 - 1, 15);
    expect(result.values.at(1)).toBeCloseTo(0, 15);
    expect(result.values.at(2)).toBeCloseTo(0.1, 15);
    expect(result.decisions[1]).toMatchObject({
      decidedOn: '2020-01-31',
      drifted: { A: about(0.55), B: about(0.45) },
      traded: about(0.1),
      turnover: about(0.05),
      cost: about(0.001),
    });
  });
});
