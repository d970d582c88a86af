import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centralMoments,
  excessKurtosis,
  mean,
  sampleExcessKurtosis,
  sampleSkewness,
  sampleStandardDeviation,
  skewness,
} from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { alternating, baconPortfolio, lew, lottery, mavro, michelson, numAcc1 } from './published-samples.js';
import { cars, hasReference, reference, series, sevenDays } from './support.js';

const bacon = series('monthly', baconPortfolio);

describe('mean and standard deviation', () => {
  it.each([
    ['Lew', lew, -177.435, 277.332168044316],
    ['Lottery', lottery, 518.95871559633, 291.699727470969],
    ['Mavro', mavro, 2.001856, 0.000429123454003053],
    ['Michelso', michelson, 299.8524, 0.0790105478190518],
  ])('are the certified values of NIST StRD %s', (_, values, certifiedMean, certifiedDeviation) => {
    expect(Math.abs(mean(values) / certifiedMean - 1)).toBeLessThan(1e-14);
    expect(Math.abs(sampleStandardDeviation(values) / certifiedDeviation - 1)).toBeLessThan(2e-13);
    // The population deviation of the moments is the certified one times √((n − 1)/n).
    const population = certifiedDeviation * Math.sqrt((values.length - 1) / values.length);
    expect(Math.abs(centralMoments(values).deviation / population - 1)).toBeLessThan(2e-13);
  });
});

describe('skewness and excess kurtosis', () => {
  it('are the moments with divisor n', () => {
    // 3, −1, −1, −1 % about 0: m₂ = 12/4 = 3, m₃ = 24/4 = 6, m₄ = 84/4 = 21.
    const one = series('quarterly', [0.03, -0.01, -0.01, -0.01]);
    expect(skewness(one)).toBeCloseTo(6 / 3 ** 1.5, 14);
    expect(excessKurtosis(one)).toBeCloseTo(21 / 9 - 3, 14);
  });

  it('of Bacon’s portfolio are those of his table: −0.08, 2.43 − 3', () => {
    expect(skewness(bacon)).toBeCloseTo(-0.08, 2);
    expect(excessKurtosis(bacon)).toBeCloseTo(-0.57, 2);
    // SciPy 1.17.1: scipy.stats.skew, scipy.stats.kurtosis.
    expect(skewness(bacon)).toBeCloseTo(-0.08256245520856835, 14);
    expect(excessKurtosis(bacon)).toBeCloseTo(-0.5675462058921252, 14);
  });

  it('of two different returns are 0 and −2, the least there is', () => {
    expect(excessKurtosis(series('annual', [0.1, 0.3]))).toBeCloseTo(-2, 14);
    expect(skewness(series('annual', [0.1, 0.3]))).toBeCloseTo(0, 14);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', -0.6588, 2.3616],
    ['HAM2', 1.458, 2.3794],
    ['HAM3', 0.7908, 2.6829],
    ['HAM6', -0.28, -0.3489],
    ['SP500 TR', -0.5531, 0.5598],
  ])('of %s in managers are those that PerformanceAnalytics tabulates', (name, skew, kurtosis) => {
    const one = reference('managers.csv', name);
    expect(skewness(one)).toBeCloseTo(skew, 4);
    expect(excessKurtosis(one)).toBeCloseTo(kurtosis, 4);
  });

  it.skipIf(!hasReference).each([
    ['Convertible Arbitrage', -2.597, 18.6011],
    ['Short Selling', 0.7737, 3.6282],
  ])('of %s in edhec are those that PerformanceAnalytics tabulates', (name, skew, kurtosis) => {
    const one = reference('edhec_1997_2021.csv', name);
    expect(skewness(one)).toBeCloseTo(skew, 4);
    expect(excessKurtosis(one)).toBeCloseTo(kurtosis, 4);
  });
});

describe('sampleSkewness and sampleExcessKurtosis', () => {
  it('are G₁ and G₂: of 3, −1, −1, −1 they are 2 and 4', () => {
    // g₁ √12 / 2 = 6/3^1.5 · √3 = 2; (3/2)(5 · (−2/3) + 6) = 4.
    const one = series('quarterly', [0.03, -0.01, -0.01, -0.01]);
    expect(sampleSkewness(one)).toBeCloseTo(2, 13);
    expect(sampleExcessKurtosis(one)).toBeCloseTo(4, 13);
  });

  it('are those of spreadsheets: SKEW and KURT of 3, 4, 5, 2, 3, 4, 5, 6, 4, 7', () => {
    // Microsoft's documentation of SKEW and KURT: 0.359543071 and −0.151799637.
    const one = series('monthly', [0.03, 0.04, 0.05, 0.02, 0.03, 0.04, 0.05, 0.06, 0.04, 0.07]);
    expect(sampleSkewness(one)).toBeCloseTo(0.359543071, 9);
    expect(sampleExcessKurtosis(one)).toBeCloseTo(-0.151799637, 9);
  });

  it('are what PerformanceAnalytics 2.1.0 computes (quantstats, tests/data/reference_values.json)', () => {
    expect(sampleSkewness(bacon)).toBeCloseTo(-0.08817174934967567, 13);
    expect(sampleExcessKurtosis(bacon)).toBeCloseTo(-0.4076603211860866, 13);
    const seven = series('daily', sevenDays);
    expect(sampleSkewness(seven)).toBeCloseTo(-0.05724138737086073, 12);
    expect(sampleExcessKurtosis(seven)).toBeCloseTo(-0.6907159418089514, 12);
  });

  it('differ from its method "sample", which divides by the population deviation: −0.0940 for Bacon’s portfolio', () => {
    // n²/((n − 1)(n − 2)) g₁, which its documentation gives as −0.09.
    const n = baconPortfolio.length;
    expect((n ** 2 / ((n - 1) * (n - 2))) * skewness(bacon)).toBeCloseTo(-0.09, 2);
    expect((n ** 2 / ((n - 1) * (n - 2))) * skewness(bacon)).toBeCloseTo(-0.09398, 5);
  });

  it.skipIf(!hasReference)(
    'of HAM1 in managers: excess 2.5004 as tabulated; its "sample" skewness −0.6741 by its formula',
    () => {
      const one = reference('managers.csv', 'HAM1');
      expect(sampleExcessKurtosis(one)).toBeCloseTo(2.5004, 4);
      expect((132 ** 2 / (131 * 130)) * skewness(one)).toBeCloseTo(-0.6741, 4);
      expect(sampleSkewness(one)).toBeCloseTo(-0.6664417257674924, 12);
    },
  );
});

describe('all four', () => {
  const all = { skewness, sampleSkewness, excessKurtosis, sampleExcessKurtosis };

  it.each(Object.entries(all))(
    '%s is NaN of too few returns and of returns that differ by rounding alone',
    (_, statistic) => {
      expect(statistic(series('monthly', [NaN]))).toBeNaN();
      expect(statistic(series('monthly', [0.01]))).toBeNaN();
      expect(statistic(series('monthly', [0.01, 0.01, 0.01, 0.01, 0.01]))).toBeNaN();
      expect(statistic(series('monthly', [0.1 + 0.2, 0.3, 0.3, 0.3]))).toBeNaN();
    },
  );

  it('need two, three, two and four returns', () => {
    const short = (n: number) => series('monthly', [0.01, 0.03, -0.02, 0.05].slice(0, n));
    expect(skewness(short(2))).not.toBeNaN();
    expect(sampleSkewness(short(2))).toBeNaN();
    expect(sampleSkewness(short(3))).not.toBeNaN();
    expect(sampleExcessKurtosis(short(3))).toBeNaN();
    expect(sampleExcessKurtosis(short(4))).not.toBeNaN();
  });

  it.each(Object.entries(all))('%s skips holes and what lies outside the life', (_, statistic) => {
    const values = cars.mpg.map((value) => value / 100);
    const holed = [NaN, NaN, ...values.slice(0, 5), NaN, ...values.slice(5), NaN];
    expect(statistic(series('monthly', holed))).toBe(statistic(series('monthly', values)));
  });

  it.each(Object.entries(all))('%s refuses what is no return series', (name, statistic) => {
    expectInputError('series.invalid', [name], () => statistic([0.1, 0.2] as never));
  });

  it('do not change under a positive scale or a shift; a negative scale turns the skewness round', () => {
    const thousandths = fc.integer({ min: -200, max: 200 }).map((value) => value / 1000);
    fc.assert(
      fc.property(fc.array(thousandths, { minLength: 4, maxLength: 40 }), (values) => {
        fc.pre(new Set(values).size > 1);
        const one = series('monthly', values);
        const moved = series(
          'monthly',
          values.map((value) => value * 0.5 + 0.125),
        );
        const turned = series(
          'monthly',
          values.map((value) => -value),
        );
        for (const statistic of Object.values(all)) expect(statistic(moved)).toBeCloseTo(statistic(one), 9);
        expect(skewness(turned)).toBeCloseTo(-skewness(one), 9);
        expect(excessKurtosis(turned)).toBeCloseTo(excessKurtosis(one), 9);
        // m₄ m₂ ≥ m₂³ + m₃².
        expect(excessKurtosis(one) + 3).toBeGreaterThanOrEqual(1 + skewness(one) ** 2 - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('lose no digits to a large common offset or a tiny variance', () => {
    const base = cars.mpg.map((value) => value * 1000);
    const plain = centralMoments(base);
    // The numbers stay whole under these offsets and scales, so only the method can lose digits.
    for (const change of [(x: number) => x + 2 ** 40, (x: number) => x * 2 ** -40]) {
      const moments = centralMoments(base.map(change));
      expect(moments.skewness).toBeCloseTo(plain.skewness, 12);
      expect(moments.excessKurtosis).toBeCloseTo(plain.excessKurtosis, 12);
    }
    // 501 lower and 500 upper numbers of NumAcc4, and the centre: kurtosis 1000·0.1⁴·1001 / (1000·0.1²)² − 3 = 1.001 − 3.
    expect(centralMoments(alternating('10000000')).excessKurtosis).toBeCloseTo(1.001 - 3, 6);
    expect(centralMoments(alternating('1')).excessKurtosis).toBeCloseTo(1.001 - 3, 12);
    // 1, 3, 2 about 2: symmetric, m₄/m₂² = (2/3)/(4/9) = 1.5.
    expect(centralMoments(numAcc1)).toMatchObject({ skewness: 0, mean: 10000002 });
    expect(centralMoments(numAcc1).excessKurtosis).toBeCloseTo(-1.5, 14);
  });

  it('are right at a million numbers', () => {
    // One number in four is 3, the others −1, on top of 1e9: as 3, −1, −1, −1.
    const million = Float64Array.from({ length: 1_000_000 }, (_, row) => 1e9 + (row % 4 === 0 ? 3 : -1));
    const { skewness: skew, excessKurtosis: kurtosis, deviation } = centralMoments(million);
    expect(deviation).toBeCloseTo(Math.sqrt(3), 12);
    expect(skew).toBeCloseTo(6 / 3 ** 1.5, 12);
    expect(kurtosis).toBeCloseTo(21 / 9 - 3, 12);
  });
});
