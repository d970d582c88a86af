import { describe, expect, it } from 'vitest';
import { totalReturn, wealth } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { empyrical, hasReference, referencePrices, series } from './support.js';

describe('totalReturn', () => {
  it('compounds: a gain of 50 % and a loss of 50 % leave a loss of 25 %', () => {
    expect(totalReturn(series('annual', [0.5, -0.5]))).toBe(-0.25);
  });

  it('is what empyrical computes for its own examples', () => {
    expect(totalReturn(series('daily', empyrical.mixed))).toBeCloseTo(0.038931091700480147, 12);
    expect(totalReturn(series('daily', empyrical.negative))).toBeCloseTo(-0.36590730349873601, 12);
  });

  it('is −1 after a total loss, whatever follows', () => {
    expect(totalReturn(series('annual', [0.5, -1, 3]))).toBe(-1);
  });

  it('is NaN over a hole and of a series without returns', () => {
    expect(totalReturn(series('monthly', [0.1, NaN, 0.1]))).toBeNaN();
    expect(totalReturn(series('monthly', [NaN, NaN]))).toBeNaN();
  });

  it('refuses plain numbers and says how to date them', () => {
    expectInputError('series.invalid', ['totalReturn', 'an array of 2', 'fromReturns'], () =>
      totalReturn([0.1, 0.2] as never),
    );
  });

  it.skipIf(!hasReference).each([
    ['AAPL', -0.079],
    ['MSFT', -0.038],
    ['C', 0.012],
  ])('of %s over the first ten days of ffn’s prices is %d, as ffn’s own test has it', (name, expected) => {
    expect(totalReturn(referencePrices('ffn_test_prices.csv', name, 11))).toBeCloseTo(expected, 3);
  });
});

describe('wealth', () => {
  it('starts with 1 and has one number more than there are periods', () => {
    expect([...wealth(series('annual', [0.5, -0.5, 1]))]).toEqual([1, 1.5, 0.75, 1.5]);
    expect([...wealth(series('annual', [NaN, 0.5, NaN]))]).toEqual([1, 1.5]);
    expect([...wealth(series('annual', [NaN]))]).toEqual([1]);
  });

  it('is what empyrical has for growth of 100', () => {
    const published = [100, 101, 111.1, 106.65599, 108.78912, 112.05279, 114.29384, 115.43678, 103.8931];
    const path = [...wealth(series('daily', empyrical.mixed))];
    expect(path).toHaveLength(published.length);
    path.forEach((level, point) => {
      expect(100 * level).toBeCloseTo(published[point]!, 4);
    });
  });

  it('is unknown from a hole on', () => {
    expect([...wealth(series('annual', [0.5, NaN, 1]))]).toEqual([1, 1.5, NaN, NaN]);
  });
});
