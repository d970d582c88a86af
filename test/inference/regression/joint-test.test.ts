import { compareLoadings, factorRegression } from 'backtilt';
import { frenchFactors, usFunds } from 'backtilt/data';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentCdf } from '../../../src/inference/distributions/student-cdf.js';
import { fisherTail } from '../../../src/inference/distributions/fisher-tail.js';
import { jointTest } from '../../../src/inference/regression/joint-test.js';
import { errorRule } from '../../../src/inference/regression/error-options.js';
import { regress } from '../../../src/inference/regression/regress.js';
import { seededRandom } from '../../../src/core/index.js';
import { greene } from './greene.js';

const { five } = frenchFactors();
const funds = usFunds();
const near = (found: number, expected: number, relative = 1e-10): void => {
  expect(Math.abs(found / expected - 1), `${found} is not ${expected}`).toBeLessThanOrEqual(relative);
};

describe('the joint test of all loadings', () => {
  // numpy 2 and scipy 1: lstsq, the sandwich with Bartlett weights of three lags, linalg.solve, f.sf and chi2.sf.
  it.each([
    ['neweyWest', 'student', 83.67935072502299, 6.579232061257914e-28],
    ['ols', 'student', 46.11037259151069, 1.1045482350985129e-20],
    ['neweyWest', 'normal', 83.67935072502299, 3.210782185232948e-88],
  ] as const)(
    'of AVUV less IWM on five factors, %s and %s, is what numpy and scipy find',
    (errors, distribution, f, p) => {
      const result = compareLoadings(funds.returns('AVUV'), funds.returns('IWM'), five, { errors, distribution });
      const { jointTest: found } = result.difference;
      near(found.statistic, f);
      near(found.p, p, 1e-9);
      expect(found.coefficients).toBe(5);
      expect(result.notes[0]).toBe(`That all 5 loadings are the same: Wald's test ${f.toFixed(2)}, p < 0.001.`);
    },
  );

  it('with plain errors is the F-test of the regression: R²/k over (1 − R²)/(n − k − 1)', () => {
    const columns = [
      { name: 'product', values: greene.product },
      { name: 'interest', values: greene.interest },
    ];
    const y = Float64Array.from(greene.investment);
    const positions = Array.from(y.keys());
    const { joint, rSquared } = regress('test', y, columns, positions, errorRule('test', { errors: 'ols' }));
    near(joint.statistic, rSquared / 2 / ((1 - rSquared) / 16));
    // R² is 0.8141 as published, so that F is 0.40705 / 0.01161875 = 35.03 to its digits.
    expect(joint.statistic).toBeCloseTo(35.03, 1);
  });

  it('of one factor is the square of its t, with the same p', () => {
    for (const errors of ['ols', 'white', 'neweyWest'] as const) {
      const { loadings, jointTest: joint } = factorRegression<string>(funds.returns('IWM'), five.returns('SMB'), {
        errors,
        riskFree: frenchFactors().riskFree,
      });
      const { t, p } = loadings['SMB']!;
      near(joint.statistic, t ** 2);
      near(joint.p, p, 1e-9);
    }
  });

  it('does not care how the factors are combined', () => {
    const random = seededRandom(5);
    const column = (): Float64Array => Float64Array.from({ length: 60 }, () => random.uniform() - 0.5);
    const [a, b, noise] = [column(), column(), column()];
    const y = a.map((value, row) => 0.2 * value - 0.1 * b[row]! + noise[row]!);
    const positions = Array.from(y.keys());
    const fit = (one: Float64Array, two: Float64Array, errors: 'white' | 'neweyWest') =>
      regress(
        'test',
        y,
        [
          { name: 'one', values: one },
          { name: 'two', values: two },
        ],
        positions,
        errorRule('test', { errors }),
      ).joint;
    const [sum, difference] = [a.map((value, row) => value + b[row]!), a.map((value, row) => 3 * value - b[row]!)];
    for (const errors of ['white', 'neweyWest'] as const) {
      near(fit(sum, difference, errors).statistic, fit(a, b, errors).statistic, 1e-9);
    }
  });

  it('is undefined where nothing is left unexplained, and where the covariance is none', () => {
    const smb = five.returns('SMB');
    expect(factorRegression<string>(smb, smb).jointTest).toEqual({ statistic: NaN, coefficients: 1, p: NaN });
    const negative = [Float64Array.of(1, 2), Float64Array.of(2, 1)];
    expect(jointTest([1, 1], negative, 10)).toEqual({ statistic: NaN, coefficients: 2, p: NaN });
  });
});

describe('fisherTail', () => {
  // scipy 1: stats.f.sf(x, q, df) and stats.chi2.sf(q x, q).
  it.each([
    [0.7, 5, 69, 0.6252914112123777],
    [3.2, 4, 20, 0.034831623728782526],
    [1.1, 1, 7, 0.32912204071273937],
    [0.01, 3, 2, 0.9982034561363896],
    [12, 2, 200, 1.1972855277587383e-5],
    [0.7, 5, Infinity, 0.6233876277495822],
    [3.2, 4, Infinity, 0.012295523821487112],
    [1.1, 1, Infinity, 0.2942661043049598],
    [2.5, 2, Infinity, 0.0820849986238988],
    [0.4, 3, Infinity, 0.753004311656458],
    [6, 7, Infinity, 5.199964130736562e-7],
  ])('at %d with %d and %d degrees of freedom is the figure of scipy', (x, q, df, expected) => {
    near(fisherTail(x, q, df), expected, 1e-12);
  });

  it('of two degrees of freedom is (1 + 2x/df)^(−df/2), of one twice the tail of t, and tends to its limit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.integer({ min: 1, max: 300 }), (x, df) => {
        expect(fisherTail(x, 2, df)).toBeCloseTo((1 + (2 * x) / df) ** (-df / 2), 12);
        expect(fisherTail(x, 1, df)).toBeCloseTo(2 * studentCdf(-Math.sqrt(x), df), 12);
        expect(fisherTail(x, 3, 1e9)).toBeCloseTo(fisherTail(x, 3, Infinity), 7);
      }),
      { seed: 3 },
    );
    expect([fisherTail(0, 3, 5), fisherTail(0, 3, Infinity), fisherTail(0, 4, Infinity)]).toEqual([1, 1, 1]);
    expect([fisherTail(NaN, 2, 5), fisherTail(NaN, 2, Infinity), fisherTail(-1, 2, Infinity)]).toEqual([NaN, NaN, NaN]);
  });
});
