import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from '../../../src/inference/distributions/beta-quantile.js';
import { incompleteBeta } from '../../../src/inference/distributions/incomplete-beta.js';
import { logGamma } from '../../../src/inference/distributions/log-gamma.js';
import { normalCdf } from '../../../src/inference/distributions/normal-cdf.js';
import { studentCdf } from '../../../src/inference/distributions/student-cdf.js';
import { studentQuantile } from '../../../src/inference/distributions/student-quantile.js';
import { normalQuantile } from '../../../src/stats/index.js';

/** Within one part in 10¹² of itself. */
function expectExact(found: number, expected: number, relative = 1e-12): void {
  expect(Math.abs(found - expected), `${found} is not ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected));
}

// Figures with 18 digits, computed with mpmath 1.3.0 at 60 digits.
const NORMAL: readonly (readonly number[])[] = [
  [-37, 5.725571222524577e-300],
  [-8, 6.220960574271784e-16],
  [-5, 2.866515718791939e-7],
  [-2.5, 0.006209665325776135],
  [-2, 0.02275013194817921],
  [-1.9, 0.028716559816001807],
  [-1, 0.15865525393145705],
  [-0.1, 0.460172162722971],
  [0.3, 0.6179114221889527],
  [1.6448536269514722, 0.95],
  [3, 0.9986501019683699],
  [6, 0.9999999990134123],
];
const STUDENT: readonly (readonly number[])[] = [
  [-1, 1, 0.25],
  [2.5, 3, 0.9561466764959672],
  [-12, 4, 0.00013821427425148649],
  [-1.96, 24, 0.03085301191126737],
  [0.001, 7, 0.5003849913775006],
  [-4.5, 250.5, 5.205378325110116e-6],
  [-2, 20000, 0.02275688097924997],
  [1.3, 0.7, 0.7608373489604101],
];
const STUDENT_QUANTILES: readonly (readonly number[])[] = [
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.975, 24, 2.0638985616280254],
  [0.025, 200, -1.9718962236339093],
  [0.500001, 5, 2.6343055242196797e-6],
  [0.995, 755, 2.5823568142815123],
  [0.975, 20000, 1.9600826051581348],
  [0.3, 3.5, -0.575338701772231],
];
const BETA: readonly (readonly number[])[] = [
  [0.3, 2, 5, 0.5798249999999999],
  [0.5, 0.5, 0.5, 0.5],
  [0.01, 0.5, 12, 0.37306529393795784],
  [0.9, 30, 4, 0.5769436641256926],
  [0.4987, 5000, 5000, 0.3974342242435698],
  [0.001, 0.5, 10000, 0.9999922941884307],
  [0.99975, 10000, 0.5, 0.02533999592688765],
  [0.2, 1, 1, 0.2],
  [1e-6, 3, 0.2, 8.800005280003801e-20],
  [0.75, 9, 14, 0.9998560486473025],
];
const BETA_QUANTILES: readonly (readonly number[])[] = [
  [0.025, 1, 9, 0.0028091367465992146],
  [0.975, 2, 8, 0.482496514917337],
  [0.025, 5, 5, 0.21200850677886798],
  [0.5, 0.5, 0.5, 0.5],
  [0.025, 120, 81, 0.528535672797046],
];

describe('the normal distribution', () => {
  it.each(NORMAL)('lies below %d with the probability that mpmath computes', (z, expected) => {
    expectExact(normalCdf(z), expected);
  });

  it('is the inverse of its quantile, in the far tail too', () => {
    for (const p of [1e-200, 1e-12, 0.001, 0.2, 0.5, 0.9, 0.999]) expectExact(normalCdf(normalQuantile(p)), p, 2e-12);
  });

  it('is 0 and 1 at the ends, and NaN of NaN', () => {
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity), normalCdf(NaN)]).toEqual([0, 0.5, 1, NaN]);
  });
});

describe('the incomplete beta function', () => {
  it.each(BETA)('of %d with parameters %d and %d is what mpmath computes', (x, a, b, expected) => {
    expectExact(incompleteBeta(x, a, b), expected);
  });

  it('is a sum of binomial probabilities: Iₓ(k, n − k + 1) = P(at least k of n)', () => {
    // Three or more of four at 0.3: 4 × 0.027 × 0.7 + 0.0081.
    expectExact(incompleteBeta(0.3, 3, 2), 0.0756 + 0.0081);
  });

  it('mirrors: Iₓ(a, b) = 1 − I₁₋ₓ(b, a)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        (x, a, b) => {
          expect(Math.abs(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a) - 1)).toBeLessThan(1e-12);
        },
      ),
      { seed: 5 },
    );
  });

  it('is 0 and 1 at the ends, and NaN outside its domain', () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect([incompleteBeta(-0.1, 2, 3), incompleteBeta(1.1, 2, 3), incompleteBeta(0.5, 0, 3)]).toEqual([NaN, NaN, NaN]);
  });

  it('rests on ln Γ, which is ln of the factorial at whole numbers and of √π at a half', () => {
    expectExact(logGamma(11), Math.log(3628800));
    expectExact(logGamma(0.5), Math.log(Math.PI) / 2);
    expect(Math.abs(logGamma(2))).toBeLessThan(1e-14);
  });
});

describe('the beta quantile', () => {
  it.each(BETA_QUANTILES)('at %d with parameters %d and %d is what mpmath computes', (p, a, b, expected) => {
    expectExact(betaQuantile(p, a, b), expected);
  });

  it('with one parameter 1 is a root: 1 − (1 − p)^(1/b)', () => {
    expectExact(betaQuantile(0.025, 1, 9), 1 - 0.975 ** (1 / 9));
  });

  it('undoes the distribution function', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (p, a, b) => {
          expectExact(incompleteBeta(betaQuantile(p, a, b), a, b), p, 1e-10);
        },
      ),
      { seed: 6 },
    );
  });

  it('is 0 and 1 at the ends, and NaN outside its domain', () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), betaQuantile(1.5, 2, 3), betaQuantile(0.5, 0, 3)]).toEqual([
      0,
      1,
      NaN,
      NaN,
    ]);
  });
});

describe("Student's t", () => {
  it.each(STUDENT)('lies below %d with %d degrees of freedom as mpmath computes', (t, df, expected) => {
    // Far in, at 20,000 degrees of freedom, the fraction loses two digits more.
    expectExact(studentCdf(t, df), expected, 2e-12);
  });

  it.each(STUDENT_QUANTILES)(
    'has at %d with %d degrees of freedom the quantile that mpmath computes',
    (p, df, expected) => {
      expectExact(studentQuantile(p, df), expected);
    },
  );

  it('with one degree of freedom is the tangent (Cauchy), with infinitely many the normal distribution', () => {
    expectExact(studentQuantile(0.9, 1), Math.tan(Math.PI * 0.4));
    expectExact(studentCdf(-1, 1), 0.25);
    expect(studentCdf(-1.5, Infinity)).toBe(normalCdf(-1.5));
    expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  });

  it('is symmetric, and NaN outside its domain', () => {
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect(studentQuantile(0.25, 7)).toBe(-studentQuantile(0.75, 7));
    expect([studentCdf(NaN, 3), studentCdf(1, 0), studentQuantile(2, 3), studentQuantile(0.5, -1)]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    expect([studentQuantile(0, 3), studentQuantile(1, 3), studentCdf(Infinity, 3)]).toEqual([-Infinity, Infinity, 1]);
  });
});
