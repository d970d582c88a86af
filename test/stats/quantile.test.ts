import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { cars } from './support.js';

const oneTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

describe('quantile', () => {
  it.each([
    // R: quantile(1:10)
    [oneTo(10), 0, 1],
    [oneTo(10), 0.25, 3.25],
    [oneTo(10), 0.5, 5.5],
    [oneTo(10), 0.75, 7.75],
    [oneTo(10), 1, 10],
    // R: quantile(mtcars$mpg)
    [cars.mpg, 0, 10.4],
    [cars.mpg, 0.25, 15.425],
    [cars.mpg, 0.5, 19.2],
    [cars.mpg, 0.75, 22.8],
    [cars.mpg, 1, 33.9],
    // NumPy's documentation of numpy.quantile
    [[10, 7, 4, 3, 2, 1], 0.5, 3.5],
  ])('is that of R type 7: %j at %d is %d', (values, p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12);
  });

  it('sorts by value, not by digits', () => {
    expect(quantile([1e-7, -0.05, -0.1, 9, 10], 0.5)).toBe(1e-7);
    expect(quantile([-0.1, -0.05, 1e-7], 0)).toBe(-0.1);
  });

  it('is a value of the sample where (n − 1)·p is whole, whatever the binary fraction of p', () => {
    for (let hundredth = 0; hundredth <= 100; hundredth++)
      expect(quantile(oneTo(101), hundredth / 100)).toBe(hundredth + 1);
  });

  it('leaves its input as it was', () => {
    const values = Object.freeze([3, 1, 2]);
    expect(quantile(values, 0.5)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
    const typed = Float64Array.of(3, 1, 2);
    quantile(typed, 0.5);
    expect([...typed]).toEqual([3, 1, 2]);
  });

  it('is NaN of nothing and where a number is missing', () => {
    expect(quantile([], 0.5)).toBeNaN();
    expect(quantile([1, NaN, 3], 0.5)).toBeNaN();
  });

  it('refuses a p outside 0 to 1, with the value', () => {
    expectInputError('option.range', ['quantile', '"p" is 25', 'from 0 to 1'], () => quantile([1, 2], 25));
    expectInputError('option.type', ['"p" is NaN'], () => quantile([1, 2], NaN));
  });

  it('lies within the sample and never falls as p grows', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 30 }), share, share, (values, a, b) => {
        const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high + 1e-9 * Math.abs(high));
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
});
