import {
  backtest,
  once,
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
import { about } from './about.js';
import { months } from './made-panel.js';

/** A half and a half, one up 10 % every month, one flat. */
const pair = months({ A: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1], B: [0, 0, 0, 0, 0, 0] });
const half = { A: 0.5, B: 0.5 };

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
    const expected = [
      0.5 * 1.1 + 0.5,
      0.5 * 1.1 ** 2 + 0.5,
      quarter,
      quarter * 1.05,
      quarter * (0.5 * 1.21 + 0.5),
      quarter ** 2,
    ];
    expected.forEach((value, row) => {
      expect(wealth(held).at(row + 1)).toBeCloseTo(value, 14);
      expect(wealth(traded).at(row + 1)).toBeCloseTo(1.05 ** (row + 1), 14);
    });
    // Start-of-month weights: the return of a month is their dot product with the month's returns.
    expect(Array.from(held.weights('A'))).toEqual(
      [0.5, 0.55 / 1.05, 0.605 / 1.105, 0.5, 0.55 / 1.05, 0.605 / 1.105].map((weight) => about(weight, 14)),
    );
    expect(held.decisions[1]?.drifted).toEqual({
      A: about(0.6655 / 1.1655, 14),
      B: about(0.5 / 1.1655, 14),
    });
  });

  it('a trade comes after the return of its row: the month before a rebalance is earned with drifted weights', () => {
    const panel = months({ A: [1, 1], B: [0, 0] });
    const result = backtest(panel, fixedMix({ weights: half, schedule: once() }));
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
    expect(Array.from(result.values)).toEqual([about(0.02), about(0.1)]);
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
    const strategy = defineStrategy({
      name: 'zero',
      assets: ['A'],
      lookback: 0,
      schedule: monthly(),
      decide: () => ({ A: 1 }),
    });
    expect(backtest(panel, strategy).calendar.length).toBe(24);
  });
});

describe('ruin', () => {
  it('ends the run at the row where everything is lost: a return of −100 %, never less, and it is said', () => {
    const panel = months({ A: [0.1, -1, 0.5, 0.5] });
    const result = backtest(panel, fixedMix({ weights: { A: 1 } }), { costs: { tradingBps: 10 } });
    expect(Array.from(result.values)).toEqual([about(0.999 * 1.1 - 1), -1]);
    expect(result.warnings).toEqual(['All wealth was lost on 2020-02-29: the run ends there.']);
    expect(result.settings.to).toBe('2020-02-29');
    expect(result.nextTarget.weights).toEqual({});
    expect(Array.from(result.costs.trading)).toEqual([about(0.001), 0]);
    expect(totalReturn(result)).toBe(-1);
  });
});

describe('a long daily run', () => {
  it('keeps the sum of the weights at 1 to 1e-12 over 6,000 days of daily trading', () => {
    const panel = randomPanel({ assets: ['A', 'B', 'C'], rows: 6000, seed: 9, frequency: 'daily' });
    for (const schedule of [daily(), monthly(), once()]) {
      const result = backtest(panel, fixedMix({ weights: { A: 0.2, B: 0.3, C: 0.5 }, schedule }), {
        costs: { tradingBps: 3 },
      });
      const weights = (['A', 'B', 'C'] as const).map((asset) => result.weights(asset));
      let worst = 0;
      for (let row = 0; row < 6000; row++) {
        worst = Math.max(worst, Math.abs(weights.reduce((sum, column) => sum + column[row]!, 0) - 1));
      }
      expect(worst).toBeLessThan(1e-12);
    }
  });
});
