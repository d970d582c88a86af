import { annually, fixedMix, fromReturns, once, sweep } from 'backtilt';
import { describe, expect, it } from 'vitest';

const METRICS = ['totalReturn', 'cagr', 'arithmeticMean', 'volatility', 'sharpeRatio', 'maxDrawdown'] as const;

describe('a sweep gives the figures worked out by hand', () => {
  it('of two years at 50:50, set back once and free of cost', () => {
    const panel = fromReturns({
      frequency: 'annual',
      dates: ['2023-12', '2024-12'],
      returns: { A: [0.2, -0.4], B: [0, 0.1] },
      units: 'fraction',
    });
    const { metrics } = sweep(panel, {
      list: [{ schedule: annually() }, { schedule: once() }],
      strategy: ({ schedule }) => fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule }),
      metrics: METRICS,
    });
    // Set back: 10 %, then −15 %. Left alone: 0.6 × 0.6 + 0.5 × 1.1 = 0.91.
    expect([...metrics.totalReturn]).toEqual([expect.closeTo(1.1 * 0.85 - 1, 14), expect.closeTo(-0.09, 14)]);
    expect(metrics.cagr[0]).toBeCloseTo(Math.sqrt(0.935) - 1, 14);
    expect(metrics.arithmeticMean[0]).toBeCloseTo(-0.025, 14);
    // Two numbers lie half their distance from their mean: 0.125 × √2.
    expect(metrics.volatility[0]).toBeCloseTo(0.125 * Math.SQRT2, 14);
    expect(metrics.sharpeRatio[0]).toBeCloseTo(-0.025 / (0.125 * Math.SQRT2), 13);
    expect([...metrics.maxDrawdown]).toEqual([expect.closeTo(-0.15, 14), expect.closeTo(0.91 / 1.1 - 1, 14)]);
  });

  it('of a purchase that costs 1 % and a trade back that costs 1 % of what is traded', () => {
    const panel = fromReturns({
      frequency: 'annual',
      dates: ['2023-12', '2024-12'],
      returns: { A: [0.5, 0], B: [0, 0] },
      units: 'fraction',
    });
    const { metrics } = sweep(panel, {
      list: [{ share: 0.5 }],
      strategy: ({ share }) => fixedMix({ weights: { A: share, B: 1 - share }, schedule: annually() }),
      metrics: ['totalReturn'],
      backtest: { costs: { tradingBps: 100 } },
    });
    // 0.99 × 1.25; then A is 0.6 and B 0.4 of it: 0.1 is sold and 0.1 bought, for 0.2 %. In the second year nothing moves.
    expect(metrics.totalReturn[0]).toBeCloseTo(0.99 * 1.25 * 0.998 - 1, 14);
  });
});
