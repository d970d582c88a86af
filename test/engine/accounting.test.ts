import {
  averageWeights,
  backtest,
  buyAndHold,
  cagr,
  constantMixOf,
  daily,
  defineStrategy,
  fixedMix,
  monthly,
  quarterly,
  smallCapTilt,
  totalReturn,
  wealth,
  type BacktestOptions,
} from 'backtilt';
import { randomPanel } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { months } from './made-panel.js';

/** A half and a half, one up 10 % every month, one flat. */
const pair = months({ A: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1], B: [0, 0, 0, 0, 0, 0] });
const half = { A: 0.5, B: 0.5 };
const product = (values: Iterable<number>): number => Array.from(values).reduce((growth, value) => growth * (1 + value), 1);

describe('same-bar execution is impossible', () => {
  // Up 5 %, down 5 %, six times in all. "Rose today, so hold" earns every fall and no rise: 0.95³; a leak would earn 1.05³.
  it('a signal on the return of its own bar gives the worst result on an alternating series', () => {
    const panel = months({ A: [0.05, -0.05, 0.05, -0.05, 0.05, -0.05] });
    const follower = defineStrategy({
      name: 'Follower',
      assets: ['A'],
      lookback: 1,
      schedule: monthly(),
      decide: (view): { A?: number } => (view.totalReturn('A', 1) > 0 ? { A: 1 } : {}),
    });
    expect(wealth(backtest(panel, follower)).at(-1)).toBeCloseTo(0.95 ** 3, 15);
  });

  it('each row of execution lag moves what is earned by one row', () => {
    const panel = months({ A: [0.01, 0.02, 0.04, 0.08, 0.16] });
    const early = defineStrategy({
      name: 'one month',
      assets: ['A'],
      schedule: monthly(),
      decide: (view): { A?: number } => (view.asOf === '2019-12-31' ? { A: 1 } : {}),
    });
    const earned = [0.01, 0.02, 0.04, 0.08];
    earned.forEach((value, executionLag) => {
      expect(totalReturn(backtest(panel, early, { executionLag }))).toBeCloseTo(value, 15);
    });
  });
});

describe('weights drift between decisions', () => {
  it('held for a quarter and traded back each month differ from the second month on, to hand-computed values', () => {
    const held = backtest(pair, fixedMix({ weights: half, schedule: quarterly() }));
    const traded = backtest(pair, fixedMix({ weights: half, schedule: monthly() }));
    // Traded back: (1.05)^n. Held: the A half grows by 1.1, the B half stays, until March divides the sum again.
    const quarter = 0.5 * 1.1 ** 3 + 0.5;
    const expected = [0.5 * 1.1 + 0.5, 0.5 * 1.1 ** 2 + 0.5, quarter, quarter * 1.05, quarter * (0.5 * 1.21 + 0.5), quarter ** 2];
    expected.forEach((value, row) => {
      expect(wealth(held).at(row + 1)).toBeCloseTo(value, 14);
      expect(wealth(traded).at(row + 1)).toBeCloseTo(1.05 ** (row + 1), 14);
    });
    // Start-of-month weights: the return of a month is their dot product with the month's returns.
    expect(Array.from(held.weights('A'))).toEqual(
      [0.5, 0.55 / 1.05, 0.605 / 1.105, 0.5, 0.55 / 1.05, 0.605 / 1.105].map((weight) => expect.closeTo(weight, 14)),
    );
    expect(held.decisions[1]?.drifted).toEqual({ A: expect.closeTo(0.6655 / 1.1655, 14), B: expect.closeTo(0.5 / 1.1655, 14) });
  });

  it('a trade comes after the return of its row: the month before a rebalance is earned with drifted weights', () => {
    const panel = months({ A: [1, 1], B: [0, 0] });
    const result = backtest(panel, fixedMix({ weights: half, schedule: buyAndHold() }));
    // 0.5 → 1 → 2 beside 0.5: 2.5. Rebalanced before the return it would be 1.5 × 1.5 = 2.25.
    expect(wealth(result).at(-1)).toBeCloseTo(2.5, 15);
    expect(wealth(backtest(panel, fixedMix({ weights: half }))).at(-1)).toBeCloseTo(2.25, 15);
  });

  it('net return of a row is the dot product of the weights at its start and the returns, less the cost of its close', () => {
    const panel = randomPanel({ assets: ['A', 'B', 'C'], rows: 60, seed: 3 });
    const cash = randomPanel({ assets: ['bill'], rows: 60, seed: 4 }).returns('bill');
    const result = backtest(panel, fixedMix({ weights: { A: 0.2, B: 0.3, C: 0.4 }, schedule: quarterly() }), {
      costs: { tradingBps: 30 },
      cash,
    });
    const weights = (['A', 'B', 'C'] as const).map((asset) => result.weights(asset));
    for (let row = 0; row < 60; row++) {
      let sum = 0;
      let gross = 0;
      (['A', 'B', 'C'] as const).forEach((asset, index) => {
        sum += weights[index]![row]!;
        gross += weights[index]![row]! * panel.returns(asset).values[row]!;
      });
      gross += (1 - sum) * cash.values[row]!;
      expect(Math.abs(result.gross.values[row]! - gross)).toBeLessThan(1e-12);
      const net = (1 + gross) * (1 - result.costs.trading[row]!) - 1;
      expect(Math.abs(result.values[row]! - net)).toBeLessThan(1e-12);
    }
  });
});

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
      [expect.closeTo(0.6, 15), expect.closeTo(0.6, 15), expect.closeTo(0.006, 15)],
      [expect.closeTo(0.6, 15), expect.closeTo(0.6, 15), expect.closeTo(0.006, 15)],
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

describe('cash', () => {
  const panel = months({ A: [0.1, 0.1], BIL: [0.02, 0.03] });

  it('what is not invested earns the cash that is named, and nothing where none is named, which is said', () => {
    const third = fixedMix({ weights: { A: 0.25 } });
    const idle = backtest(panel, third);
    const earning = backtest(panel, third, { cash: 'BIL' });
    expect(wealth(idle).at(-1)).toBeCloseTo(1.025 ** 2, 15);
    expect(wealth(earning).at(-1)).toBeCloseTo((1 + 0.025 + 0.75 * 0.02) * (1 + 0.025 + 0.75 * 0.03), 15);
    expect(idle.assumptions).toContain('Uninvested wealth earns nothing.');
    expect(earning.assumptions).toContain('Uninvested wealth earns BIL.');
    expect([idle.settings.cash, earning.settings.cash]).toEqual([null, 'BIL']);
  });

  it('may be another result, matched by period', () => {
    const bills = backtest(panel, fixedMix({ weights: { BIL: 1 }, name: 'Bills' }));
    const result = backtest(panel, fixedMix({ weights: { A: 0 } }), { cash: bills });
    expect(wealth(result).at(-1)).toBeCloseTo(1.02 * 1.03, 15);
    expect(result.settings.cash).toBe('Bills');
  });

  it('earned on cash while a first trade waits', () => {
    const result = backtest(panel, fixedMix({ weights: { A: 1 } }), { cash: 'BIL', executionLag: 1 });
    expect(Array.from(result.values)).toEqual([expect.closeTo(0.02, 15), expect.closeTo(0.1, 15)]);
  });
});

describe('zero is a number, not a missing option', () => {
  const panel = randomPanel({ assets: ['A', 'B'], rows: 24, seed: 5 });
  const tilt = (weight: number) => smallCapTilt({ core: 'A', smallCap: 'B', weight });

  it('tradingBps 0 and executionLag 0 say and do what they say', () => {
    const zero: BacktestOptions<'A' | 'B'> = { costs: { tradingBps: 0 }, executionLag: 0 };
    const result = backtest(panel, tilt(0.3), zero);
    expect(Array.from(result.values)).toEqual(Array.from(backtest(panel, tilt(0.3)).values));
    expect(result.settings).toMatchObject({ tradingBps: 0, executionLag: 0 });
    expect(backtest(panel, tilt(0.3), { costs: { tradingBps: { A: 0, B: 0 } } }).costs.total).toBe(0);
  });

  it('a weight of 0 holds nothing, and is not a default', () => {
    const result = backtest(panel, tilt(0));
    expect(Array.from(result.weights('B'))).toEqual(new Array(24).fill(0));
    result.values.forEach((value, row) => {
      expect(value).toBeCloseTo(panel.returns('A').values[row]!, 15);
    });
    expect(backtest(panel, fixedMix({ weights: { A: 0, B: 0 } })).turnover.trades).toBe(0);
  });

  it('lookback 0 needs no history', () => {
    const strategy = defineStrategy({ name: 'zero', assets: ['A'], lookback: 0, schedule: monthly(), decide: () => ({ A: 1 }) });
    expect(backtest(panel, strategy).calendar.length).toBe(24);
  });
});

describe('ruin', () => {
  it('ends the run at the row where everything is lost: a return of −100 %, never less, and it is said', () => {
    const panel = months({ A: [0.1, -1, 0.5, 0.5] });
    const result = backtest(panel, fixedMix({ weights: { A: 1 } }), { costs: { tradingBps: 10 } });
    expect(Array.from(result.values)).toEqual([expect.closeTo(0.999 * 1.1 - 1, 15), -1]);
    expect(result.warnings).toEqual(['All wealth was lost on 2020-02-29: the run ends there.']);
    expect(result.settings.to).toBe('2020-02-29');
    expect(result.nextTarget.weights).toEqual({});
    expect(Array.from(result.costs.trading)).toEqual([expect.closeTo(0.001, 15), 0]);
    expect(totalReturn(result)).toBe(-1);
  });
});

describe('a constant mix of the same exposure', () => {
  it('is the average of the weights at the start of each row', () => {
    const result = backtest(pair, fixedMix({ weights: half, schedule: quarterly() }));
    const expected = (2 * (0.5 + 0.55 / 1.05 + 0.605 / 1.105)) / 6;
    expect(averageWeights(result).A).toBeCloseTo(expected, 14);
    expect(averageWeights(result).B).toBeCloseTo(1 - expected, 14);
    const mix = constantMixOf(result);
    const again = backtest(pair, mix);
    expect(again.decisions[0]?.target).toEqual({ A: averageWeights(result).A, B: averageWeights(result).B });
  });

  it('is marked as hindsight, the mark reaches the result, its warnings and a mix of the mix', () => {
    const result = backtest(pair, constantMixOf(backtest(pair, fixedMix({ weights: half }))));
    expect(result.usesHindsight).toBe(true);
    expect(result.warnings).toEqual(['Uses hindsight (the strategy itself): nobody could have traded this at the time.']);
  });

  it('leaves out what was never held, and takes another schedule', () => {
    const only = defineStrategy({ name: 'only A', assets: ['A', 'B'], schedule: buyAndHold(), decide: () => ({ A: 1 }) });
    const mix = constantMixOf(backtest(pair, only), { schedule: quarterly() });
    expect(mix.assets).toEqual(['A']);
    expect(mix.schedule).toEqual({ kind: 'quarterly' });
  });
});

describe('a long daily run', () => {
  it('keeps the sum of the weights at 1 to 1e-12 over 6,000 days of daily trading', () => {
    const panel = randomPanel({ assets: ['A', 'B', 'C'], rows: 6000, seed: 9, frequency: 'daily' });
    for (const schedule of [daily(), monthly(), buyAndHold()]) {
      const result = backtest(panel, fixedMix({ weights: { A: 0.2, B: 0.3, C: 0.5 }, schedule }), { costs: { tradingBps: 3 } });
      const weights = (['A', 'B', 'C'] as const).map((asset) => result.weights(asset));
      let worst = 0;
      for (let row = 0; row < 6000; row++) {
        worst = Math.max(worst, Math.abs(weights.reduce((sum, column) => sum + column[row]!, 0) - 1));
      }
      expect(worst).toBeLessThan(1e-12);
    }
  });
});
