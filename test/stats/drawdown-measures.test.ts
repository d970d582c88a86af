import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageDrawdown,
  conditionalDrawdownAtRisk,
  drawdowns,
  drawdownSeries,
  maxDrawdown,
  painIndex,
  timeUnderWater,
  ulcerIndex,
} from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { baconPortfolio, ham1Of1996 } from './published-samples.js';
import { hasReference, reference, series, sevenDays } from './support.js';

const bacon = series('monthly', baconPortfolio);
/** Wealth 1 | 0.5, 0.75, 1.5, 1.5: drawdowns −50 %, −25 %, 0, 0 at the ends of four years. */
const four = series('annual', [-0.5, 0.5, 1, 0]);

/**
 * What PerformanceAnalytics printed until it mended DrawdownPeak: it divided fractions by 100 as if they were percent, so that drawdowns were
 * sums of returns rather than products.
 */
function additivePeaks(returns: ArrayLike<number>): number[] {
  let level = 1;
  return Array.from(returns, (value) => {
    level *= 1 + value / 100;
    if (level > 1) level = 1;
    return (level - 1) * 100;
  });
}
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('painIndex and ulcerIndex', () => {
  it('are the mean and the root mean square of the drawdown over all periods', () => {
    expect(painIndex(four)).toBeCloseTo(0.75 / 4, 15);
    expect(ulcerIndex(four)).toBeCloseTo(Math.sqrt((0.25 + 0.0625) / 4), 15);
  });

  it('see a loss in the first period', () => {
    expect(painIndex(series('annual', [-0.2]))).toBeCloseTo(0.2, 15);
    expect(ulcerIndex(series('annual', [-0.2]))).toBeCloseTo(0.2, 15);
  });

  it('of Bacon’s portfolio: pain 0.04, as his book has it', () => {
    expect(painIndex(bacon)).toBeCloseTo(0.04, 4);
    // NumPy 2.4.6 from the formula.
    expect(painIndex(bacon)).toBeCloseTo(0.03998969068730461, 14);
    expect(ulcerIndex(bacon)).toBeCloseTo(0.06118428726189615, 14);
  });

  it('differ from PerformanceAnalytics, which printed 0.0390113 for the pain of Bacon’s portfolio: drawdowns as sums', () => {
    const peaks = additivePeaks(baconPortfolio);
    expect(-meanOf(peaks)).toBeCloseTo(0.0390113, 7);
    // And a Martin ratio of 1.70772 = 0.10367829 / 0.0607115.
    expect(Math.sqrt(meanOf(peaks.map((fall) => fall ** 2)))).toBeCloseTo(0.10367829 / 1.70772, 6);
  });

  it('of HAM1 in 1996: pain 0.3714087 %, which PerformanceAnalytics prints for percent', () => {
    expect(painIndex(series('monthly', ham1Of1996)) * 100).toBeCloseTo(0.3714087, 7);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', 0.0157, 0.0362],
    ['HAM2', 0.0642, 0.1],
    ['SP500 TR', 0.1226, 0.1893],
  ])('of %s in managers differ from its table (%d, %d), which is reproduced by sums', (name, pain, ulcer) => {
    const one = reference('managers.csv', name);
    const peaks = additivePeaks(one.values.slice().filter((value) => !Number.isNaN(value)));
    expect(-meanOf(peaks)).toBeCloseTo(pain, 4);
    expect(Math.sqrt(meanOf(peaks.map((fall) => fall ** 2)))).toBeCloseTo(ulcer, 4);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', 0.016066642166928883, 0.0362924852528979],
    ['HAM2', 0.06173673074285133, 0.09382759765757506],
    ['SP500 TR', 0.12576153726713835, 0.17911793848352595],
  ])('of %s in managers are %d and %d by NumPy', (name, pain, ulcer) => {
    expect(painIndex(reference('managers.csv', name))).toBeCloseTo(pain, 12);
    expect(ulcerIndex(reference('managers.csv', name))).toBeCloseTo(ulcer, 12);
  });

  it('with the starting point counted, as ffn divides, would be a little smaller: 0.0599481 for Bacon’s portfolio', () => {
    expect(ulcerIndex(bacon) * Math.sqrt(24 / 25)).toBeCloseTo(0.059948113627005625, 14);
  });
});

describe('averageDrawdown', () => {
  it('is the mean depth of falls, each counted once', () => {
    expect(averageDrawdown(series('annual', [-0.5, 1, 0.25, -0.25]))).toBeCloseTo(-0.375, 15);
  });

  it('of Bacon’s portfolio is the mean of −1, −1.4, −0.5 and −14.467 %', () => {
    // The deepest is what PerformanceAnalytics 2.1.0 computes; the others are single months.
    expect(averageDrawdown(bacon)).toBeCloseTo((-0.01 - 0.014 - 0.005 - 0.144672955739218) / 4, 14);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', -0.033008430117356616],
    ['SP500 TR', -0.08453864088594905],
  ])('of %s in managers is %d by NumPy', (name, expected) => {
    expect(averageDrawdown(reference('managers.csv', name))).toBeCloseTo(expected, 12);
  });
});

describe('timeUnderWater', () => {
  it('is the share of periods that end below an earlier peak', () => {
    expect(timeUnderWater(four)).toBe(0.5);
    expect(timeUnderWater(series('daily', sevenDays))).toBe(1);
    // Months 4, 9, 11 and 14 to 24 of Bacon’s portfolio.
    expect(timeUnderWater(bacon)).toBe(14 / 24);
  });

  it('does not count a price that is back at its peak but for rounding', () => {
    const prices = [100, 80, 73, 69, 100, 100, 100];
    const chained = prices.slice(1).map((price, row) => price / prices[row]! - 1);
    expect(timeUnderWater(series('monthly', chained))).toBe(0.5);
  });
});

describe('conditionalDrawdownAtRisk', () => {
  it('is the mean of the deepest share, met exactly', () => {
    // Half of four: −50 and −25 %. Of 0.4 · 4 = 1.6: −50 in full, 0.6 of −25.
    expect(conditionalDrawdownAtRisk(four, { level: 0.5 })).toBe(-0.375);
    expect(conditionalDrawdownAtRisk(four, { level: 0.6 })).toBeCloseTo((-0.5 + 0.6 * -0.25) / 1.6, 15);
    expect(conditionalDrawdownAtRisk(four)).toBe(-0.5);
  });

  it('is not diluted by time at the peak', () => {
    // One year of ten under water: 15 % of ten is 1.5 years, −20 % in full and half of a 0.
    const one = series('annual', [0.1, 0.1, 0.1, -0.2, 0.5, 0.1, 0.1, 0.1, 0.1, 0.1]);
    expect(conditionalDrawdownAtRisk(one, { level: 0.85 })).toBeCloseTo(-0.2 / 1.5, 14);
    // The mean of what is at or below the 15 % quantile, 0, would be a tenth of the fall: −2 %.
  });

  it('of Bacon’s portfolio is what skfolio’s formula gives', () => {
    // −(Σ of the worst ⌈k⌉ − 1) / k with the rest of k at the next, k = (1 − β) n; computed with NumPy 2.4.6.
    expect(conditionalDrawdownAtRisk(bacon)).toBeCloseTo(-0.141466208129515, 14);
    expect(conditionalDrawdownAtRisk(bacon, { level: 0.9 })).toBeCloseTo(-0.1285010940917575, 14);
    expect(conditionalDrawdownAtRisk(bacon, { level: 0.5 })).toBeCloseTo(-0.0787293813746092, 14);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', -0.1293822098577101, -0.1322377270232158],
    ['HAM2', -0.2226034854645602, -0.13422140675040262],
    ['SP500 TR', -0.41482863342930154, -0.2858020322737247],
  ])(
    'of %s in managers is %d, not %d, the quantile of the depths of falls that PerformanceAnalytics’ CDD is',
    (name, ours, theirs) => {
      const one = reference('managers.csv', name);
      expect(conditionalDrawdownAtRisk(one)).toBeCloseTo(ours, 12);
      const depths = drawdowns(one).map(({ depth }) => depth);
      const position = (depths.length - 1) * 0.05;
      const low = Math.floor(position);
      expect(depths[low]! + (position - low) * (depths[low + 1]! - depths[low]!)).toBeCloseTo(theirs, 12);
    },
  );

  it('refuses a level that is the tail', () => {
    expectInputError('option.range', ['conditionalDrawdownAtRisk', '"level" is 0.05'], () =>
      conditionalDrawdownAtRisk(bacon, { level: 0.05 }),
    );
    expectInputError('option.unknown', ['"alpha"'], () => conditionalDrawdownAtRisk(bacon, { alpha: 0.95 } as never));
  });
});

describe('all five', () => {
  const all = { averageDrawdown, timeUnderWater, ulcerIndex, painIndex, conditionalDrawdownAtRisk };

  it.each(Object.entries(all))('%s is 0 where wealth never fell, NaN over a hole and of nothing', (name, statistic) => {
    expect(Object.is(statistic(series('annual', [0.1, 0, 0.2])), 0)).toBe(true);
    expect(statistic(series('annual', [-0.1, NaN, 0.2]))).toBeNaN();
    expect(statistic(series('annual', [0.1, NaN, 0.2]))).toBeNaN();
    expect(statistic(series('annual', [NaN]))).toBeNaN();
    expectInputError('series.invalid', [name], () => statistic([] as never));
  });

  it.each(Object.entries(all))('%s ignores missing rows before and after the life', (_, statistic) => {
    expect(statistic(series('monthly', [NaN, NaN, ...baconPortfolio, NaN]))).toBe(statistic(bacon));
  });

  it('are ordered, and are those of the drawdown path found the slow way', () => {
    const returns = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(returns, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (values, level) => {
        const one = series('monthly', values);
        const falls = [...drawdownSeries(one)].slice(1);
        const deepest = maxDrawdown(one);
        const risk = conditionalDrawdownAtRisk(one, { level });
        expect(painIndex(one)).toBeCloseTo(-meanOf(falls), 12);
        expect(ulcerIndex(one)).toBeCloseTo(Math.sqrt(meanOf(falls.map((fall) => fall ** 2))), 12);
        expect(painIndex(one)).toBeLessThanOrEqual(ulcerIndex(one) + 1e-12);
        expect(ulcerIndex(one)).toBeLessThanOrEqual(-deepest + 1e-12);
        expect(risk).toBeGreaterThanOrEqual(deepest - 1e-12);
        expect(risk).toBeLessThanOrEqual(-painIndex(one) + 1e-12);
        expect(averageDrawdown(one)).toBeGreaterThanOrEqual(deepest - 1e-12);
        expect(conditionalDrawdownAtRisk(one, { level: 0.9999 })).toBeCloseTo(deepest, 12);
        // The exact share as an integral: a step function of a thousand parts of every period.
        const parts = falls.flatMap((fall) => new Array<number>(1000).fill(fall)).sort((a, b) => a - b);
        const share = Math.max(1000, Math.round(parts.length * (1 - level)));
        expect(risk).toBeCloseTo(meanOf(parts.slice(0, share)), 2);
      }),
      { numRuns: 40 },
    );
  });
});
