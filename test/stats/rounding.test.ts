import { describe, expect, it } from 'vitest';
import { deviationOf, ratio } from '../../src/stats/index.js';

describe('spread', () => {
  it('of returns that are 1 % up to rounding is exactly 0', () => {
    const wealth = Array.from({ length: 50 }, (_, row) => 1.01 ** row);
    const returns = wealth.slice(1).map((level, row) => level / wealth[row]! - 1);
    expect(new Set(returns).size).toBeGreaterThan(1);
    expect(deviationOf(returns)).toBe(0);
  });

  it('of the smallest real differences is not 0', () => {
    // A cent on a million, every other day: sd of 0, 1e-8, 0, 1e-8 is 1e-8 · √(1/3).
    expect(deviationOf([0, 1e-8, 0, 1e-8])).toBeCloseTo(1e-8 * Math.sqrt(1 / 3), 16);
  });

  it('of one number is NaN', () => {
    expect(deviationOf([0.01])).toBeNaN();
  });
});

describe('ratio', () => {
  it('is NaN over 0, never Infinity', () => {
    expect(ratio(1, 0)).toBeNaN();
    expect(ratio(-1, -0)).toBeNaN();
    expect(ratio(3, 2)).toBe(1.5);
  });
});
