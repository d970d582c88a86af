import { describe, expect, it } from 'vitest';
import { inPercent, sum, sumAt } from '../../src/core/index.js';

describe('percent in words', () => {
  it('has as many decimals as the fraction has, four at most or as told', () => {
    expect([inPercent(0.3), inPercent(0.0025), inPercent(1 / 3), inPercent(1 / 3, 2), inPercent(0)]).toEqual([
      '30 %',
      '0.25 %',
      '33.3333 %',
      '33.33 %',
      '0 %',
    ]);
  });

  it('shows no rounding of binary fractions: 100 × 0.07 is 7.000000000000001', () => {
    expect(inPercent(0.07)).toBe('7 %');
  });
});

describe('sums', () => {
  it('add in the order given, without compensation', () => {
    // 1e16 + 1 is 1e16, so the order shows.
    expect([sum([1e16, 1, -1e16]), sum([1e16, -1e16, 1]), sum([])]).toEqual([0, 1, 0]);
  });

  it('take the places that are named, in their order', () => {
    expect(sumAt(Float64Array.of(1, 2, 4, 8), [3, 0])).toBe(9);
    expect(sumAt([1e16, 1, -1e16], [0, 2, 1])).toBe(1);
  });

  it('of something unknown are unknown', () => {
    expect(sum([1, NaN])).toBeNaN();
  });
});
