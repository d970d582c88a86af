import { describe, expect, it } from 'vitest';
import { politisWhite } from '../../../src/inference/bootstrap/politis-white.js';

/** 400 numbers that are 0 but for these. */
const impulses = (at: Readonly<Record<number, number>>): Float64Array =>
  Float64Array.from({ length: 400 }, (_, row) => at[row] ?? 0);

/** Squares 4, products −3 at lag 5, 2 at lag 10, −1 at lag 15; mean 0. */
const comb = { 100: 1, 105: -1, 110: 1, 115: -1 };

describe('the rule of Politis and White', () => {
  // n = 400: K = 5, M at most ⌈√400⌉ + 5 = 25, so that lag 20 is the last from which five can be quiet. The band is 2√(log₁₀400/400) = 0.1613, and
  // with one pair more all squares are 6: correlations −½, ⅓, −⅙ at lags 5, 10 and 15, and −⅙ at that of the pair.
  it('finds the quiet lags at the very end: loud at 5, 10, 15 and 19, quiet from 20 to 24', () => {
    const found = politisWhite(impulses({ ...comb, 200: 1, 219: -1 }));
    expect([found.firstQuietLag, found.bandwidth, found.cap]).toEqual([20, 25, 60]);
  });

  it('finds none where they would begin one lag later: loud at 5, 10, 15 and 20', () => {
    const found = politisWhite(impulses({ ...comb, 200: 1, 220: -1 }));
    expect([found.firstQuietLag, found.bandwidth, found.cap]).toEqual([NaN, 25, 60]);
  });

  it.each([
    ['eight numbers', [4, 3, 2, 1, 0, -1, -2, -3]],
    ['nothing', []],
    ['one number', [1]],
    ['numbers that do not vary', new Array<number>(20).fill(0)],
    // Twelve times 0.1 added up is not exactly 1.2: distances from the mean are rounding.
    ['numbers that vary by nothing but rounding', new Array<number>(12).fill(0.1)],
  ])('has no answer for %s', (_, values) => {
    expect(politisWhite(values)).toStrictEqual({
      stationary: NaN,
      circular: NaN,
      firstQuietLag: NaN,
      bandwidth: NaN,
      cap: NaN,
    });
  });
});
