import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedShortfall, valueAtRisk } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { baconPortfolio } from './published-samples.js';
import { cars, hasReference, reference, series } from './support.js';

const bacon = series('monthly', baconPortfolio);
/** Returns of −50 % to 50 % in steps of 1 %, shuffled by 37 modulo 101. */
const ladder = Array.from({ length: 101 }, (_, row) => (((row * 37) % 101) - 50) / 100);

describe('valueAtRisk', () => {
  it('is a return with its sign: a loss is negative', () => {
    // −8, −2, 1, 2, 3 %: h = 4 · 0.05 = 0.2, so −8 + 0.2 · 6 = −6.8.
    const one = series('monthly', [0.03, -0.08, 0.01, -0.02, 0.02]);
    expect(valueAtRisk(one)).toBeCloseTo(-0.068, 15);
    expect(valueAtRisk(one, { level: 0.75 })).toBe(-0.02);
    expect(valueAtRisk(series('monthly', [0.01, 0.02, 0.03]))).toBeCloseTo(0.011, 15);
  });

  it('is a return of the sample where (n − 1) × (1 − level) is whole, though 1 − level is not exact in binary', () => {
    for (let percent = 50; percent < 100; percent++) {
      const one = series('daily', ladder);
      expect(valueAtRisk(one, { level: percent / 100 })).toBe((100 - percent - 50) / 100);
    }
  });

  it('is the type-7 quantile that R prints for the cars of mtcars', () => {
    // R: quantile(mtcars$mpg, 0.25) is 15.425; NumPy: np.quantile(mpg, 0.05) is 11.995.
    const one = series(
      'monthly',
      cars.mpg.map((value) => value / 100),
    );
    expect(valueAtRisk(one, { level: 0.75 })).toBeCloseTo(0.15425, 15);
    expect(valueAtRisk(one)).toBeCloseTo(0.11995, 15);
  });

  it('is what empyrical asserts in its own tests', () => {
    // empyrical/tests/test_stats.py: 1, 81, 82, 83, 84, 85 at cutoffs 0.1, 0.2 and 0.3 are 41, 81 and 81.5.
    const one = series(
      'monthly',
      [1, 81, 82, 83, 84, 85].map((value) => value / 100),
    );
    expect(valueAtRisk(one, { level: 0.9 })).toBeCloseTo(0.41, 15);
    expect(valueAtRisk(one, { level: 0.8 })).toBe(0.81);
    expect(valueAtRisk(one, { level: 0.7 })).toBeCloseTo(0.815, 15);
  });

  it.skipIf(!hasReference).each([
    ['Convertible Arbitrage', -0.01506, -0.03878],
    ['Distressed Securities', -0.01978, -0.04132],
    ['Emerging Markets', -0.04232, -0.07544667],
    ['Short Selling', -0.06678, -0.09484667],
    ['Funds of Funds', -0.02032, -0.03569333],
  ])(
    'of %s in edhec is %d, and the mean at or below it %d, as PerformanceAnalytics prints',
    (name, risk, shortfall) => {
      const one = reference('edhec_1997_2021.csv', name);
      expect(valueAtRisk(one)).toBeCloseTo(risk, 12);
      const worst = one.values.filter((value) => value <= valueAtRisk(one));
      expect(worst.reduce((sum, value) => sum + value, 0) / worst.length).toBeCloseTo(shortfall, 8);
      // That mean is of more returns than 5 % are, the least bad ones: the exact tail lies below it.
      expect(worst.length).toBeGreaterThan(0.05 * one.values.length);
      expect(expectedShortfall(one)).toBeLessThan(shortfall);
    },
  );
});

describe('expectedShortfall', () => {
  it('is the mean of exactly the worst share: the last return counts by the part of it that belongs to the share', () => {
    const one = series('monthly', [0.03, -0.08, 0.01, -0.02, 0.02]);
    // 5 % of 5 is a quarter of a return: the worst one.
    expect(expectedShortfall(one)).toBe(-0.08);
    // 25 % of 5 is 1.25: (−8 − 0.25 · 2) / 1.25 = −6.8; 40 % is 2: (−8 − 2) / 2.
    expect(expectedShortfall(one, { level: 0.75 })).toBeCloseTo(-0.068, 15);
    expect(expectedShortfall(one, { level: 0.6 })).toBeCloseTo(-0.05, 15);
    expect(expectedShortfall(series('monthly', [0.03, 0.01, 0.02, 0.01]))).toBe(0.01);
    // 1.5 of four: (−3 − ½ · 2) / 1.5, where the two returns at or below the quantile −1.875 % have the mean −2.5 %.
    const four = series('monthly', [-0.03, -0.02, -0.01, 0]);
    expect(valueAtRisk(four, { level: 0.625 })).toBeCloseTo(-0.01875, 14);
    expect(expectedShortfall(four, { level: 0.625 })).toBeCloseTo((-0.03 - 0.5 * 0.02) / 1.5, 14);
  });

  it('of Bacon’s portfolio is (−6.5 − 0.2 · 6.1) / 1.2 %, since 5 % of 24 months are 1.2', () => {
    // h = 23 · 0.05 = 1.15: between −6.1 and −4.9, at −6.1 + 0.15 · 1.2 = −5.92.
    expect(valueAtRisk(bacon)).toBeCloseTo(-0.0592, 15);
    expect(expectedShortfall(bacon)).toBeCloseTo((-0.065 + 0.2 * -0.061) / 1.2, 15);
  });

  it('is what Acerbi and Tasche define: E[x 1{x ≤ q}] − q (P[x ≤ q] − α), over α, with q the lower quantile', () => {
    // Definition 2.6: with the ties at the quantile among what is averaged, and what is too much of them taken off.
    const returns = fc.array(
      fc.integer({ min: -8, max: 8 }).map((value) => value / 64),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(returns, fc.integer({ min: 50, max: 99 }), (values, percent) => {
        const n = values.length;
        const alpha = (100 - percent) / 100;
        const sorted = [...values].sort((a, b) => a - b);
        const q = sorted[Math.max(0, Math.ceil(Math.round(n * (100 - percent)) / 100) - 1)]!;
        const below = values.filter((value) => value <= q);
        const mean = below.reduce((sum, value) => sum + value, 0) / n;
        const found = expectedShortfall(series('monthly', values), { level: percent / 100 });
        expect(found).toBeCloseTo((mean - q * (below.length / n - alpha)) / alpha, 12);
      }),
      { numRuns: 100 },
    );
  });

  it('is the largest q − mean(max(q − x, 0)) / α that a q gives, as Rockafellar and Uryasev show', () => {
    // The maximum is at one of the returns: the function is piecewise linear and concave.
    for (const level of [0.5, 0.75, 0.9, 0.95, 0.975]) {
      const answers = baconPortfolio.map((q) => {
        const short = baconPortfolio.reduce((sum, value) => sum + Math.max(q - value, 0), 0) / baconPortfolio.length;
        return q - short / (1 - level);
      });
      expect(expectedShortfall(bacon, { level })).toBeCloseTo(Math.max(...answers), 13);
    }
  });
});

describe('both', () => {
  const both = { valueAtRisk, expectedShortfall };

  it.each(Object.entries(both))('%s of one return is that return, of none NaN', (_, statistic) => {
    expect(statistic(series('monthly', [NaN, -0.03, NaN]))).toBe(-0.03);
    expect(statistic(series('monthly', [NaN]))).toBeNaN();
    expect(statistic(series('monthly', [0.01, 0.01, 0.01]))).toBe(0.01);
    expect(Object.is(statistic(series('monthly', [0, 0, 0])), 0)).toBe(true);
  });

  it.each(Object.entries(both))('%s refuses a level that is the tail, or certain, or no number', (name, statistic) => {
    expectInputError('option.range', [name, '"level" is 0.05', 'from 0.5', '0.95'], () =>
      statistic(bacon, { level: 0.05 }),
    );
    expectInputError('option.range', ['"level" is 1', 'not including 1'], () => statistic(bacon, { level: 1 }));
    expectInputError('option.range', ['"level" is 95'], () => statistic(bacon, { level: 95 }));
    expectInputError('option.range', ['"level" is 0;'], () => statistic(bacon, { level: 0 }));
    expectInputError('option.type', ['"level" is NaN'], () => statistic(bacon, { level: NaN }));
    expectInputError('option.unknown', [name, '"confidence"'], () => statistic(bacon, { confidence: 0.9 } as never));
    expectInputError('option.type', [name], () => statistic(bacon, 0.95 as never));
    expectInputError('series.invalid', [name], () => statistic([] as never));
    expect(statistic(bacon, { level: undefined })).toBe(statistic(bacon, { level: 0.95 }));
  });

  it.each(Object.entries(both))(
    '%s falls or stays as the level rises, moves with a shift and scales with the returns',
    (_, statistic) => {
      const returns = fc.array(
        fc.integer({ min: -200, max: 200 }).map((value) => value / 1000),
        { minLength: 1, maxLength: 40 },
      );
      const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });
      fc.assert(
        fc.property(returns, level, level, (values, a, b) => {
          const one = series('monthly', [NaN, ...values, NaN]);
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(statistic(one, { level: high })).toBeLessThanOrEqual(statistic(one, { level: low }) + 1e-15);
          expect(expectedShortfall(one, { level: low })).toBeLessThanOrEqual(valueAtRisk(one, { level: low }));
          expect(statistic(one, { level: low })).toBeGreaterThanOrEqual(Math.min(...values) - 1e-15);
          // A factor of two and a shift of eighths are exact on these numbers but for rounding of the last digit.
          const moved = series(
            'monthly',
            values.map((value) => value * 2 + 0.125),
          );
          expect(valueAtRisk(moved, { level: low })).toBeCloseTo(valueAtRisk(one, { level: low }) * 2 + 0.125, 12);
        }),
        { numRuns: 80 },
      );
    },
  );
});
