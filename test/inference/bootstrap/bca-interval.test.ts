import { describe, expect, it } from 'vitest';
import { bcaShares, biasCorrection } from '../../../src/inference/bootstrap/bca-interval.js';

describe('biasCorrection', () => {
  it.each([
    // qnorm(0.625) = 0.3186394 in R: two of four under 3 and half of the one that is equal.
    [3, 0.3186394],
    [2.5, 0],
    [2, -0.3186394],
    [5, Infinity],
    [0, -Infinity],
  ])(
    'of 1, 2, 3, 4 about %d is %d: the normal quantile of the share below, ties counted half',
    (estimate, expected) => {
      expect(biasCorrection(Float64Array.of(1, 2, 3, 4), estimate)).toBeCloseTo(expected, 7);
    },
  );

  it.each([
    [0, 1e-12],
    [0, -1e-12],
    [0.001, 0.001 + 5e-13],
    [0.001, 0.001 - 5e-13],
    [1e6, 1e6 + 5e-7],
    [1e6, 1e6 - 5e-7],
  ])('takes what lies one part in 10¹² from the estimate for equal: %d, %d', (estimate, value) => {
    expect(biasCorrection(Float64Array.of(value), estimate)).toBe(0);
  });

  it.each([
    [0, 2e-12],
    [1e6, 1e6 + 2e-6],
  ])('and nothing further away: %d, %d', (estimate, value) => {
    expect(biasCorrection(Float64Array.of(value), estimate)).toBe(-Infinity);
    expect(biasCorrection(Float64Array.of(-value), -estimate)).toBe(Infinity);
  });
});

describe('bcaShares', () => {
  it('are the tails themselves without bias and acceleration', () => {
    const { low, high } = bcaShares(0.95, 0, 0);
    expect(low).toBeCloseTo(0.025, 12);
    expect(high).toBeCloseTo(0.975, 12);
  });

  // Efron and Tibshirani (1993), An Introduction to the Bootstrap, (14.13) to (14.16).
  it('are the 0.110 and 0.985 of the book for 90 %, z₀ = 0.146 and a = 0.061', () => {
    const { low, high } = bcaShares(0.9, 0.146, 0.061);
    // The book's z₀ and a are themselves rounded to three digits.
    expect(Math.abs(low - 0.11)).toBeLessThan(0.001);
    expect(Math.abs(high - 0.985)).toBeLessThan(0.001);
  });

  it('have no value where the denominator is not positive: a = 1 at z = 1.96, and 2⁻¹⁰⁰ at z₀ = 2¹⁰⁰, where it is exactly 0', () => {
    const { low, high } = bcaShares(0.95, 0, 1);
    // Φ(−1.959964/2.959964) = pnorm(−0.6621581) = 0.2539353.
    expect(low).toBeCloseTo(0.25394, 4);
    expect(high).toBeNaN();
    expect(bcaShares(0.95, 2 ** 100, 2 ** -100)).toStrictEqual({ low: NaN, high: NaN });
  });

  it.each([Infinity, -Infinity, NaN])('have no value where all lie on one side: z₀ = %d', (z0) => {
    expect(bcaShares(0.95, z0, 0)).toStrictEqual({ low: NaN, high: NaN });
  });
});
