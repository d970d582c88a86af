import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downHitCounts, downHitRate, hitCounts, hitRate, upHitCounts, upHitRate } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { hasReference, reference, series } from './support.js';

describe('upHitRate, downHitRate and their counts', () => {
  // The index rises in rows 1–4, falls in 5–7, is flat in 8 and missing in 9.
  const fund = series('monthly', [0.03, 0.02, 0.01, 0.1 + 0.2, -0.01, -0.02, -0.04, 0.5, 0.5], 'Fund');
  const index = series('monthly', [0.01, 0.02, 0.03, 0.3, -0.02, -0.03, -0.03, 0, NaN], 'Index');

  it('count wins, ties and losses in the months of one market', () => {
    // Up: one win, two ties (one by rounding), one loss. Down: two wins, one loss.
    expect(upHitCounts(fund, index)).toEqual({ wins: 1, ties: 2, losses: 1, periods: 4 });
    expect(downHitCounts(fund, index)).toEqual({ wins: 2, ties: 0, losses: 1, periods: 3 });
    expect(upHitRate(fund, index)).toBe(1 / 4);
    expect(downHitRate(fund, index)).toBe(2 / 3);
  });

  it('leave a month of 0, or of rounding, to neither market, though it counts in hitRate', () => {
    expect(hitCounts(fund, index)).toEqual({ wins: 4, ties: 2, losses: 2, periods: 8 });
    const almost = series('monthly', [0.01, 0.02, 0.03, 0.3, -0.02, -0.03, -0.03, 0.1 + 0.2 - 0.3], 'Almost');
    expect(upHitCounts(fund, almost)).toEqual(upHitCounts(fund, index));
    expect(downHitCounts(fund, almost)).toEqual(downHitCounts(fund, index));
  });

  it('say nothing about the sign of the series: a smaller loss is a hit, a smaller gain is none', () => {
    expect(downHitRate(series('monthly', [-0.01]), series('monthly', [-0.02]))).toBe(1);
    expect(upHitRate(series('monthly', [0.01]), series('monthly', [0.02]))).toBe(0);
  });

  it('of a series with itself are all ties', () => {
    expect(upHitCounts(index, index)).toEqual({ wins: 0, ties: 4, losses: 0, periods: 4 });
    expect(upHitRate(index, index)).toBe(0);
    expect(downHitRate(index, index)).toBe(0);
  });

  it('add up to the counts of all months where no benchmark month is flat', () => {
    const value = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);
    const moved = value.filter((each) => each !== 0);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, moved), { minLength: 1, maxLength: 40 }), (pairs) => {
        const a = series(
          'monthly',
          pairs.map(([one]) => one),
        );
        const b = series(
          'monthly',
          pairs.map(([, other]) => other),
        );
        const [rising, falling, all] = [upHitCounts(a, b), downHitCounts(a, b), hitCounts(a, b)];
        for (const key of ['wins', 'ties', 'losses', 'periods'] as const) {
          expect(rising[key] + falling[key]).toBe(all[key]);
        }
        // A tenth of a percent more than the benchmark in every month wins every month.
        const ahead = series(
          'monthly',
          pairs.map(([, other]) => other + 0.001),
        );
        for (const statistic of [upHitRate, downHitRate]) {
          const plain = statistic(ahead, b);
          if (!Number.isNaN(plain)) expect(plain).toBe(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do not see rows where one of the two has no return', () => {
    const padded = series('monthly', [NaN, 0.9, 0.03, 0.02], 'Padded');
    const other = series('monthly', [0.5, NaN, 0.01, 0.02], 'Other');
    expect(upHitCounts(padded, other)).toEqual({ wins: 1, ties: 1, losses: 0, periods: 2 });
  });

  it('are frozen, and NaN without a period of the market', () => {
    expect(Object.isFrozen(upHitCounts(fund, index))).toBe(true);
    expect(upHitRate(fund, series('monthly', [-0.01, 0]))).toBeNaN();
    expect(downHitRate(fund, series('monthly', [0.01, 0]))).toBeNaN();
    expect(downHitCounts(fund, series('monthly', [NaN]))).toEqual({ wins: 0, ties: 0, losses: 0, periods: 0 });
  });

  it('refuse a missing benchmark and another frequency, by name', () => {
    expectInputError('series.invalid', ['upHitRate', 'the benchmark', 'undefined'], () =>
      upHitRate(fund, undefined as never),
    );
    expectInputError('series.invalid', ['downHitCounts', 'the series'], () => downHitCounts(1 as never, index));
    expectInputError('calendar.mismatch', ['downHitRate', 'daily', 'monthly'], () =>
      downHitRate(fund, series('daily', [0.01], 'Days')),
    );
  });

  it.skipIf(!hasReference)('of managers are what PerformanceAnalytics prints (UpDownRatios, Percent)', () => {
    const market = reference('managers.csv', 'SP500 TR');
    for (const [name, up, down] of [
      ['HAM1', 0.2941176, 0.8085106],
      ['HAM2', 0.36708861, 0.86956522],
      ['HAM3', 0.4235294, 0.8085106],
      ['HAM4', 0.4588235, 0.5319149],
      ['HAM5', 0.3958333, 0.8275862],
      ['HAM6', 0.5348837, 0.7142857],
    ] as const) {
      const fund = reference('managers.csv', name);
      expect(upHitRate(fund, market), name).toBeCloseTo(up, 7);
      expect(downHitRate(fund, market), name).toBeCloseTo(down, 7);
    }
    // 25 of 85 and 38 of 47; one month the two are level.
    const ham1 = reference('managers.csv', 'HAM1');
    expect(upHitCounts(ham1, market)).toEqual({ wins: 25, ties: 1, losses: 59, periods: 85 });
    expect(downHitCounts(ham1, market)).toEqual({ wins: 38, ties: 0, losses: 9, periods: 47 });
    expect(hitRate(ham1, market)).toBe(63 / 132);
  });
});
