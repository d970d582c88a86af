import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downsideDeviation, meanAbsoluteDeviation, semiDeviation, volatility } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { baconPortfolio, ham1Of1996 } from './published-samples.js';
import { hasReference, reference, series } from './support.js';

const bacon = series('monthly', baconPortfolio);

describe('semiDeviation', () => {
  it('divides by all returns: about a mean of 1 % the shortfalls 0, −5, 0, 0 give 2.5 %', () => {
    // Mean of 6, −4, 1, 1 is 1; √(25/4) = 2.5. By the one below the mean it would be 5.
    expect(semiDeviation(series('quarterly', [0.06, -0.04, 0.01, 0.01]))).toBeCloseTo(0.025, 15);
  });

  it('is the downside deviation below the mean', () => {
    const average = baconPortfolio.reduce((sum, value) => sum + value, 0) / 24;
    expect(semiDeviation(bacon)).toBeCloseTo(downsideDeviation(bacon, { minimumAcceptableReturn: average }), 15);
    // NumPy 2.4.6 from the formula.
    expect(semiDeviation(bacon)).toBeCloseTo(0.0277331029637868, 14);
  });

  it('of a symmetric sample is its population deviation / √2', () => {
    const symmetric = [0.01, 0.02, 0.05, 0.08, 0.09];
    const population = (volatility(series('annual', symmetric)) * 2) / Math.sqrt(5);
    expect(semiDeviation(series('annual', symmetric))).toBeCloseTo(population / Math.sqrt(2), 15);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', 0.0190795],
    ['HAM2', 0.02011968],
    ['HAM5', 0.03244118],
    ['HAM6', 0.01751678],
  ])('of %s in managers is %d, as PerformanceAnalytics prints', (name, expected) => {
    expect(semiDeviation(reference('managers.csv', name))).toBeCloseTo(expected, 7);
  });

  it.skipIf(!hasReference)(
    'differs from its SemiVariance of HAM1, 0.0007280549, which divides by the returns below the mean',
    () => {
      const one = reference('managers.csv', 'HAM1');
      const values = [...one.values.slice()];
      const average = values.reduce((sum, value) => sum + value, 0) / values.length;
      const below = values.filter((value) => value < average).length;
      expect((semiDeviation(one) ** 2 * values.length) / below).toBeCloseTo(0.0007280549, 10);
    },
  );
});

describe('meanAbsoluteDeviation', () => {
  it('is the mean distance from the mean: of 6, −4, 1, 1 % it is (5 + 5)/4 = 2.5 %', () => {
    expect(meanAbsoluteDeviation(series('quarterly', [0.06, -0.04, 0.01, 0.01]))).toBeCloseTo(0.025, 15);
  });

  it('of Bacon’s portfolio is 0.0310 in his book, 0.03108333 in PerformanceAnalytics', () => {
    expect(meanAbsoluteDeviation(bacon)).toBeCloseTo(0.03108333, 8);
  });

  it('of HAM1 in 1996 is 0.0125375 in PerformanceAnalytics', () => {
    expect(meanAbsoluteDeviation(series('monthly', ham1Of1996))).toBeCloseTo(0.0125375, 14);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', 0.01818636363636364],
    ['SP500 TR', 0.03326394111570248],
  ])('of %s in managers is %d by NumPy', (name, expected) => {
    expect(meanAbsoluteDeviation(reference('managers.csv', name))).toBeCloseTo(expected, 14);
  });
});

describe('both', () => {
  const both = { semiDeviation, meanAbsoluteDeviation };

  it.each(Object.entries(both))('%s is exactly 0 of constant returns and NaN of fewer than two', (_, statistic) => {
    expect(statistic(series('monthly', [0.01, 0.01, 0.01]))).toBe(0);
    expect(statistic(series('monthly', [0.1 + 0.2, 0.3, 0.3]))).toBe(0);
    expect(statistic(series('monthly', [NaN, 0.01]))).toBeNaN();
    expect(statistic(series('monthly', [NaN]))).toBeNaN();
  });

  it.each(Object.entries(both))('%s skips holes and refuses what is no series', (name, statistic) => {
    expect(statistic(series('quarterly', [NaN, 0.06, NaN, -0.04, 0.01, 0.01]))).toBeCloseTo(0.025, 15);
    expectInputError('series.invalid', [name], () => statistic(null as never));
  });

  it('scale with the returns and ignore a shift; both lie below the population deviation', () => {
    const thousandths = fc.integer({ min: -200, max: 200 }).map((value) => value / 1000);
    fc.assert(
      fc.property(fc.array(thousandths, { minLength: 2, maxLength: 40 }), (values) => {
        const one = series('annual', values);
        const moved = series(
          'annual',
          values.map((value) => value * 2 + 0.1),
        );
        const n = values.length;
        for (const statistic of Object.values(both)) {
          expect(statistic(moved)).toBeCloseTo(2 * statistic(one), 12);
          expect(statistic(one)).toBeLessThanOrEqual(volatility(one) * Math.sqrt((n - 1) / n) + 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });
});
