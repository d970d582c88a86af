import { annually, backtest, cagr, defineStrategy, fixedMix, monthly, wealth } from 'backtilt';
import { randomPanel } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { about } from './about.js';
import { closings, fromDays, near, tradeLines, years } from './by-hand.js';
import { months } from './made-panel.js';

/** A half and a half, one up 10 % every month, one flat. */
const pair = months({ A: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1], B: [0, 0, 0, 0, 0, 0] });
const half = { A: 0.5, B: 0.5 };
const product = (values: Iterable<number>): number =>
  Array.from(values).reduce((growth, value) => growth * (1 + value), 1);

describe('turnover and costs', () => {
  const flip = defineStrategy({
    name: 'switch',
    assets: ['A', 'B'],
    schedule: monthly(),
    decide: (view) => (view.asOf === '2019-12-31' ? { A: 1 } : { B: 1 }),
  });
  const flat = months({ A: [0, 0, 0], B: [0, 0, 0] });

  it('a first purchase is a turnover of 1 and pays κ once; a full switch is a turnover of 1 and pays κ twice', () => {
    const result = backtest(flat, flip, { costs: { tradingBps: 10 } });
    expect(result.decisions.map(({ traded, turnover, cost, first }) => ({ traded, turnover, cost, first }))).toEqual([
      { traded: 1, turnover: 1, cost: 0.001, first: true },
      { traded: 2, turnover: 1, cost: 0.002, first: false },
      { traded: 0, turnover: 0, cost: 0, first: false },
    ]);
    expect(wealth(result).at(-1)).toBeCloseTo(0.999 * 0.998, 15);
    expect(result.turnover).toMatchObject({ trades: 2, firstPurchase: 1, turnover: 1, perYear: 4 });
  });

  it('each asset pays its own rate', () => {
    const result = backtest(flat, flip, { costs: { tradingBps: { A: 10, B: 40 } } });
    // A bought for 10 bp; then A sold for 10 bp and B bought for 40 bp.
    expect(result.decisions.map(({ cost }) => cost)).toEqual([0.001, 0.005, 0]);
    expect(result.settings.tradingBps).toEqual({ A: 10, B: 40 });
  });

  it('what goes to cash and comes from it is turnover in whole, as cash is a holding', () => {
    const inAndOut = defineStrategy({
      name: 'in and out',
      assets: ['A'],
      schedule: monthly(),
      decide: (view): { A: number } => ({ A: view.asOf === '2020-01-31' ? 0.4 : 1 }),
    });
    const result = backtest(months({ A: [0, 0, 0] }), inAndOut, { costs: { tradingBps: 100 } });
    expect(result.decisions.map(({ traded, turnover, cost }) => [traded, turnover, cost])).toEqual([
      [1, 1, 0.01],
      [about(0.6), about(0.6), about(0.006)],
      [about(0.6), about(0.6), about(0.006)],
    ]);
  });

  it('the first purchase is the first trade that buys something, even if the first decision was all cash', () => {
    const late = defineStrategy({
      name: 'late',
      assets: ['A'],
      schedule: monthly(),
      decide: (view): { A?: number } => (view.asOf < '2020-01-31' ? {} : { A: 1 }),
    });
    const result = backtest(months({ A: [0, 0, 0] }), late, { costs: { tradingBps: 20 } });
    expect(result.decisions.map(({ first }) => first)).toEqual([false, true, false]);
    expect(result.costs.firstPurchase).toBe(0.002);
  });

  it('twice the rate costs twice as much, to first order', () => {
    const panel = randomPanel({ assets: ['A', 'B'], rows: 120, seed: 11 });
    const mix = fixedMix({ weights: half });
    const cost = (tradingBps: number): number =>
      -Math.log(1 - backtest(panel, mix, { costs: { tradingBps } }).costs.total);
    expect(cost(0)).toBeCloseTo(0, 15);
    expect(cost(2) / cost(1)).toBeCloseTo(2, 3);
    expect(cost(20) / cost(10)).toBeCloseTo(2, 2);
    expect(cost(0.02) / cost(0.01)).toBeCloseTo(2, 5);
  });

  it('a constant mix trades as soon as returns differ, and does not where they are equal', () => {
    expect(backtest(pair, fixedMix({ weights: half })).turnover.turnover).toBeGreaterThan(0.1);
    // Every month the drift is 0.55/1.05 − 0.5 = 0.0238: five trades after the purchase.
    expect(backtest(pair, fixedMix({ weights: half })).turnover.turnover).toBeCloseTo(5 * (0.55 / 1.05 - 0.5), 14);
    const same = months({ A: [0.1, 0.2], B: [0.1, 0.2] });
    expect(backtest(same, fixedMix({ weights: half })).turnover.turnover).toBeCloseTo(0, 15);
  });

  it('gross and net reconcile with the ledger to 1e-10', () => {
    for (const executionLag of [0, 1, 3]) {
      const panel = randomPanel({ assets: ['A', 'B', 'C'], rows: 240, seed: 21 + executionLag });
      const result = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.2, C: 0.3 } }), {
        costs: { tradingBps: { A: 5, B: 50, C: 0 } },
        executionLag,
      });
      const kept = Array.from(result.costs.trading).reduce((product, cost) => product * (1 - cost), 1);
      expect(Math.abs(product(result.values) / (product(result.gross.values) * kept) - 1)).toBeLessThan(1e-10);
      const byDecision = result.decisions.reduce((rest, { cost }) => rest * (1 - cost), 1);
      expect(Math.abs(kept / byDecision - 1)).toBeLessThan(1e-10);
      expect(Math.abs(result.costs.total - (1 - byDecision))).toBeLessThan(1e-10);
      expect(result.costs.dragPerYear).toBeCloseTo(cagr(result.gross) - cagr(result), 15);
    }
  });
});

describe('costs that change with time', () => {
  const panel = months({ Large: [0, 0, 0, 0], Small: [0, 0, 0, 0] }, '2000-12');
  const back = fromDays(['Large', 'Small'], {
    '2000-11-30': { Small: 1 },
    '2000-12-31': { Large: 1 },
    '2001-01-31': { Small: 1 },
    '2001-02-28': { Small: 1 },
  });
  const paid = (from: '2001-01' | '2001-01-31' | '2001-02-01'): readonly number[] =>
    backtest(panel, back, {
      costs: {
        tradingBps: {
          Large: 5,
          Small: [
            { from: '1926-07', bps: 50 },
            { from, bps: 20 },
          ],
        },
      },
    }).decisions.map(({ cost }) => cost);

  it('small caps cost 50 bp to the end of 2000 and 20 after: a switch is 55 bp then, and 25 bp from the day on', () => {
    near(paid('2001-01'), [0.005, 0.0055, 0.0025, 0]);
    near(paid('2001-01-31'), [0.005, 0.0055, 0.0025, 0]);
    near(paid('2001-02-01'), [0.005, 0.0055, 0.0055, 0]);
  });

  it('one dated cost for all assets is a list as well', () => {
    const result = backtest(panel, back, {
      costs: {
        tradingBps: [
          { from: '2000-11-30', bps: 40 },
          { from: '2001-01', bps: 10 },
        ],
      },
    });
    near(
      result.decisions.map(({ cost }) => cost),
      [0.004, 0.008, 0.002, 0],
    );
  });
});

describe('money per trade', () => {
  it('is paid once for each asset that is bought or sold, out of the wealth of that day', () => {
    const panel = years({ A: [1, 0], B: [0, 0], C: [0, 0] });
    const result = backtest(panel, fixedMix({ weights: { A: 0.25, B: 0.25, C: 0.5 }, schedule: annually() }), {
      costs: { perTrade: 20 },
      flows: { initial: 10_000 },
    });
    // Base: 3 × 20. A doubles: 9,940 × 1.25 = 12,425, all three are traded again: 12,365.
    near(closings(result), [12_365, 12_365]);
    near(
      result.decisions.map(({ cost }) => cost),
      [0.006, 60 / 12_425],
    );
    near(Array.from(result.ledger.trading), [120, 0]);
  });

  it('is not paid for what is not traded: neither for cash nor for an asset that stays', () => {
    const strategy = fromDays(['A', 'B', 'C'], {
      '2019-12-31': { A: 0.5, B: 0.25 },
      '2020-12-31': { A: 0.5, C: 0.25 },
    });
    const result = backtest(years({ A: [0, 0], B: [0, 0], C: [0, 0] }), strategy, {
      costs: { perTrade: 10 },
      flows: { initial: 1000 },
    });
    near(closings(result), [980 - 20, 960]);
    expect(tradeLines(result)).toEqual([
      ['2019-12-31', 'decision', 'A', 500],
      ['2019-12-31', 'decision', 'B', 250],
      ['2020-12-31', 'decision', 'B', -245],
      ['2020-12-31', 'decision', 'C', 245],
    ]);
  });
});
