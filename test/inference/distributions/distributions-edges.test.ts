import { describe, expect, it } from 'vitest';
import { betaQuantile, betaQuantileLogOdds } from '../../../src/inference/distributions/beta-quantile.js';
import { incompleteBeta, incompleteBetaOf } from '../../../src/inference/distributions/incomplete-beta.js';
import { stirlingRemainder } from '../../../src/inference/distributions/log-gamma.js';
import { normalCdf } from '../../../src/inference/distributions/normal-cdf.js';
import { studentCdf } from '../../../src/inference/distributions/student-cdf.js';
import { studentQuantile } from '../../../src/inference/distributions/student-quantile.js';

const near = (found: number, expected: number, relative = 1e-12): void => {
  expect(Math.abs(found / expected - 1), `${found} is not ${expected}`).toBeLessThanOrEqual(relative);
};

// Figures of mpmath 1.3.0 at 50 digits.
describe('far tails', () => {
  it.each([
    [-1e10, 5, 9.490167245562362e-50],
    [-1e5, 30, 1.0364534200733144e-129],
    [-40, 30, 6.863022597203201e-28],
    [-1, 1e10, 0.1586552539435556],
  ])('keep their digits: t below %d with %d degrees of freedom', (t, df, expected) => {
    near(studentCdf(t, df), expected, 2e-12);
  });

  it.each([
    [1e-20, 5, -15683.925454365775],
    [1e-8, 20, -8.942883259935037],
  ])('keep them on the way back: the quantile at %d with %d degrees of freedom', (p, df, expected) => {
    near(studentQuantile(p, df), expected);
  });

  it('are 0 and not undefined where the square of t is no number any more', () => {
    expect([studentCdf(-1e200, 3), studentCdf(1e200, 3), studentCdf(-Infinity, 3), studentCdf(0, 3)]).toEqual([
      0, 1, 0, 0.5,
    ]);
  });
});

describe('what Stirling leaves over', () => {
  it.each([
    [1, 0.08106146679532726, 1e-13],
    [3, 0.02767792568499834, 1e-12],
    [15, 0.005554733551962801, 2e-15],
    [20, 0.004166319691996922, 2e-15],
  ])('at %d is what mpmath computes, to the last digit where the series is used', (x, expected, relative) => {
    near(stirlingRemainder(x), expected, relative);
  });
});

describe('outside their domain', () => {
  it('the incomplete beta function is NaN, however little x is outside and whichever parameter is 0', () => {
    for (const [x, complement] of [
      [-1e-20, 1],
      [1, -1e-20],
    ] as const) {
      expect(incompleteBetaOf(x, complement, 20, 20)).toBeNaN();
    }
    expect(incompleteBeta(0.3, 3, 0)).toBeNaN();
    expect(incompleteBeta(0.3, 0, 3)).toBeNaN();
    expect(incompleteBeta(0.3, 3, -1)).toBeNaN();
  });

  it('the incomplete beta function is 0 and 1 at its ends, with small parameters and with large ones', () => {
    for (const [a, b] of [
      [0.2, 0.3],
      [0.2, 30],
      [20, 0.3],
      [200, 300],
    ] as const) {
      expect([incompleteBeta(0, a, b), incompleteBeta(1, a, b)]).toEqual([0, 1]);
    }
  });

  it('the beta quantile is NaN', () => {
    const found = [
      betaQuantile(-0.5, 2, 3),
      betaQuantile(NaN, 2, 3),
      betaQuantile(0.5, 2, 0),
      betaQuantile(0.5, 2, -1),
      betaQuantile(0, 0, 3),
      betaQuantile(0, 2, 0),
      betaQuantile(1, -1, 3),
      betaQuantile(1, 2, -1),
      betaQuantileLogOdds(0, 2, 3),
      betaQuantileLogOdds(1, 2, 3),
    ];
    expect(found).toEqual(found.map(() => NaN));
  });

  it("Student's t is NaN without degrees of freedom, at the ends too, and beyond the probabilities", () => {
    const found = [
      studentCdf(0, 0),
      studentCdf(1, -2),
      studentCdf(-Infinity, 0),
      studentCdf(1, NaN),
      studentQuantile(0, 0),
      studentQuantile(1, -1),
      studentQuantile(0.5, 0),
      studentQuantile(-0.1, 3),
      studentQuantile(1.1, 3),
      studentQuantile(NaN, 3),
      studentQuantile(-0.1, Infinity),
    ];
    expect(found).toEqual(found.map(() => NaN));
    expect([studentQuantile(0.5, Infinity), studentQuantile(0, Infinity)]).toEqual([0, -Infinity]);
  });

  it('the normal distribution is 0 and 1 at infinity, and one half at 0', () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(-0)]).toEqual([0, 1, 0.5]);
  });
});
