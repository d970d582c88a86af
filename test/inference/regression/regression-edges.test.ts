import { describe, expect, it } from 'vitest';
import { factorRegression } from '../../../src/inference/index.js';
import { coefficientCovariance, reachTooFar } from '../../../src/inference/regression/coefficient-covariance.js';
import { errorRule, type ErrorOptions } from '../../../src/inference/regression/error-options.js';
import { criticalValue, estimateOf } from '../../../src/inference/regression/estimate.js';
import { jointTest } from '../../../src/inference/regression/joint-test.js';
import { leastSquares } from '../../../src/inference/regression/least-squares.js';
import { regress } from '../../../src/inference/regression/regress.js';
import { normalQuantile } from '../../../src/stats/index.js';
import { series } from '../../stats/support.js';
import { greene } from './greene.js';

const rows = (count: number): number[] => Array.from({ length: count }, (_, row) => row);
const ones = (count: number): number[] => rows(count).map(() => 1);
const onConstant = (y: readonly number[]) => leastSquares(y, [{ name: 'constant', values: ones(y.length) }], 'test');
const variance = (
  y: readonly number[],
  errors: 'white' | 'neweyWest' | 'hansenHodrick',
  lags: number,
  correction: 'none' | 'degreesOfFreedom' = 'none',
): number => coefficientCovariance(onConstant(y), rows(y.length), { errors, lags, correction })[0]![0]!;

describe('robust variances of a mean', () => {
  it('by Newey and West exist where those of Hansen and Hodrick do not: with lags over half of the rows', () => {
    // u = −1, 0, 1: Γ₀ = 2, Γ₁ = 0, Γ₂ = −1; weights 2/3 and 1/3: (2 − 2/3)/9.
    expect(variance([1, 2, 3], 'neweyWest', 2)).toBeCloseTo(4 / 27, 14);
    expect(variance([1, 2, 3], 'hansenHodrick', 2)).toBeNaN();
  });

  it('by Newey and West may be next to nothing, and are told all the same', () => {
    // u = 1, −1 in turn, of ten: Γ₀ = 10, Γ₁ = −9 at weight ½: (10 − 9)/100.
    const turns = rows(10).map((row) => (row % 2 === 0 ? 1 : -1));
    expect(variance(turns, 'neweyWest', 1)).toBeCloseTo(0.01, 14);
    // With equal weights 10 − 18 is no variance.
    expect(variance(turns, 'hansenHodrick', 1)).toBeNaN();
  });

  it('by Hansen and Hodrick stop where twice the lags are the rows', () => {
    expect([reachTooFar(1, 4), reachTooFar(2, 4), reachTooFar(2, 5)]).toEqual([false, true, false]);
    // u = −1.5, −0.5, 0.5, 1.5: Γ₀ = 5, Γ₁ = 0.75 − 0.25 + 0.75 = 1.25: 7.5/16.
    expect(variance([1, 2, 3, 4], 'hansenHodrick', 1)).toBeCloseTo(7.5 / 16, 14);
    expect(variance([1, 2, 3, 4], 'hansenHodrick', 2)).toBeNaN();
    expect(variance([1, 2, 3, 4], 'hansenHodrick', 0)).toBeCloseTo(5 / 16, 14);
  });

  it('by Hansen and Hodrick are in whatever units the returns are', () => {
    const small = [1, 2, 3, 4].map((value) => value * 1e-5);
    expect(variance(small, 'hansenHodrick', 1) / 1e-10).toBeCloseTo(7.5 / 16, 10);
    expect(variance(small, 'hansenHodrick', 1, 'degreesOfFreedom') / 1e-10).toBeCloseTo(7.5 / 16 / 0.75, 10);
  });

  it('are 0, and not undefined, where nothing is left over', () => {
    expect(variance([2, 2, 2, 2], 'hansenHodrick', 1)).toBe(0);
  });
});

describe('errorRule', () => {
  const lags = (options: ErrorOptions): number => errorRule('here', options).lags(100);

  it('takes lags of 0 with errors that know none, and gives those that know none no lag', () => {
    expect([lags({ errors: 'white', lags: 0 }), lags({ errors: 'ols', lags: 0 })]).toEqual([0, 0]);
    expect([lags({ errors: 'white' }), lags({ errors: 'ols' }), lags({}), lags({ lags: 7 })]).toEqual([0, 0, 4, 7]);
  });

  it('makes of a factor regression by White one without lags', () => {
    const fund = series(
      'monthly',
      [...greene.interest].map((value) => value / 100),
    );
    const factor = series(
      'monthly',
      [...greene.product].map((value) => value / 10_000),
      'F',
    );
    const [white, newey] = [
      factorRegression(fund, factor, { errors: 'white' }),
      factorRegression(fund, factor, { errors: 'neweyWest', lags: 0 }),
    ];
    expect([white.lags, factorRegression(fund, factor, { errors: 'ols' }).lags]).toEqual([0, 0]);
    expect(white.alpha).toEqual(newey.alpha);
    expect(white.assumptions[2]).toContain('by White');
  });
});

describe('an estimate', () => {
  it('with a variance below 0 has no error', () => {
    expect(estimateOf(1, -1, 10, 0.95)).toEqual({
      estimate: 1,
      standardError: NaN,
      t: NaN,
      p: NaN,
      low: NaN,
      high: NaN,
    });
  });

  it('reaches as far as the normal distribution with infinitely many degrees of freedom', () => {
    expect(criticalValue(Infinity, 0.95)).toBe(normalQuantile(0.975));
    expect(criticalValue(1, 0.5)).toBeCloseTo(1, 12);
  });
});

describe('the joint test', () => {
  it('is in whatever units the coefficients are: b²/V', () => {
    expect(jointTest([2e-6], [Float64Array.of(1e-12)], 10).statistic).toBeCloseTo(4, 10);
    expect(jointTest([2e6], [Float64Array.of(1e12)], 10).statistic).toBeCloseTo(4, 10);
  });
});

describe('leastSquares', () => {
  it('leaves nothing over of large numbers on a line, and what there is of others', () => {
    const x = rows(12).map((row) => Math.sin(row));
    const columns = [
      { name: '1', values: ones(12) },
      { name: 'x', values: x },
    ];
    const exact = leastSquares(
      x.map((value) => 1e9 * (2 + 3 * value)),
      columns,
      'test',
    );
    expect(Array.from(exact.residuals)).toEqual(rows(12).map(() => 0));
    const found = Array.from(onConstant([1, 2, 3]).residuals);
    expect([found[0], found[2]]).toEqual([expect.closeTo(-1, 14), expect.closeTo(1, 14)]);
  });
});

describe('Durbin–Watson', () => {
  const fit = (positions: readonly number[]) =>
    regress(
      'test',
      Float64Array.of(1, 3, 2),
      [{ name: 'x', values: [0, 1, 2] }],
      positions,
      errorRule('test', { errors: 'ols' }),
    );

  it('pairs neighbouring periods: residuals −½, 1, −½ have two steps of 1.5, or one beside a gap', () => {
    expect(fit([0, 1, 2]).durbinWatson).toBeCloseTo((2 * 2.25) / 1.5, 12);
    expect(fit([0, 1, 3]).durbinWatson).toBeCloseTo(2.25 / 1.5, 12);
  });

  it('is undefined without residuals, as R² is of what never moves', () => {
    const flat = regress(
      'test',
      Float64Array.of(2, 2, 2),
      [{ name: 'x', values: [0, 1, 2] }],
      [0, 1, 2],
      errorRule('test', {}),
    );
    expect([flat.durbinWatson, flat.rSquared, flat.adjustedRSquared]).toEqual([NaN, NaN, NaN]);
  });
});
