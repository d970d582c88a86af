import { describe, expect, it } from 'vitest';
import { mean, sampleCovariance, sampleStandardDeviation, sampleVariance } from '../../src/stats/index.js';
import { cars } from './support.js';

/** NIST StRD, univariate summary statistics: a value, then the same ∓ 0.1 in turn, 1001 numbers in all. */
const alternating = (centre: string): number[] => [
  Number(`${centre}.2`),
  ...Array.from({ length: 500 }, () => [Number(`${centre}.1`), Number(`${centre}.3`)]).flat(),
];

describe('mean and standard deviation', () => {
  it.each([
    ['NumAcc1', [10000001, 10000003, 10000002], 10000002, 1, 1e-15],
    ['NumAcc2', alternating('1'), 1.2, 0.1, 1e-14],
    // The data themselves are known to 1e-10 / 0.1 in binary (NumAcc3) and to 1e-9 / 0.1 (NumAcc4): no method can do better.
    ['NumAcc3', alternating('1000000'), 1000000.2, 0.1, 1e-9],
    ['NumAcc4', alternating('10000000'), 10000000.2, 0.1, 1e-7],
  ])('are the certified values of NIST StRD %s', (_, values, certifiedMean, certifiedDeviation, tolerance) => {
    expect(Math.abs(mean(values) / certifiedMean - 1)).toBeLessThan(1e-15);
    expect(Math.abs(sampleStandardDeviation(values) / certifiedDeviation - 1)).toBeLessThan(tolerance);
    expect(sampleStandardDeviation(Float64Array.from(values))).toBe(sampleStandardDeviation(values));
  });

  it('are those that R prints for the cars of mtcars', () => {
    expect(mean(cars.mpg)).toBeCloseTo(20.09062, 5);
    expect(sampleStandardDeviation(cars.mpg)).toBeCloseTo(6.026948, 6);
    expect(sampleCovariance(cars.mpg, cars.weight)).toBeCloseTo(-5.116685, 6);
  });

  it('have divisor n − 1', () => {
    // Deviations of 1, 2, 6 from 3: −2, −1, 3; squares 4 + 1 + 9 = 14; 14 / 2 = 7.
    expect(sampleVariance([1, 2, 6])).toBe(7);
  });

  it('are NaN where they are undefined', () => {
    expect(mean([])).toBeNaN();
    expect(sampleVariance([])).toBeNaN();
    expect(sampleStandardDeviation([1])).toBeNaN();
    expect(sampleCovariance([1], [1])).toBeNaN();
    expect(mean([1, NaN])).toBeNaN();
  });

  it('do not lose a unit in a million numbers', () => {
    const million = Float64Array.from({ length: 1_000_000 }, (_, row) => 1e9 + (row % 2));
    expect(mean(million)).toBe(1e9 + 0.5);
    expect(sampleVariance(million)).toBeCloseTo(0.25 * (1_000_000 / 999_999), 12);
  });
});
