import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { bootstrapMean } from '../../../src/inference/events/bootstrap-mean.js';

describe('the bootstrap of a mean', () => {
  it('of two figures counts all three resamples: 0 and 0, 0 and 1 (twice as likely), 1 and 1', () => {
    const of = (level: number) => bootstrapMean([1, 0], level, 500, seededRandom(1));
    // Probabilities ¼, ½, ¼: a tail of ¼ ends at 0, one of 0.3 at ½.
    expect(of(0.5)).toEqual({ low: 0, high: 0.5, exact: true, resamples: 3 });
    expect(of(0.4)).toEqual({ low: 0.5, high: 0.5, exact: true, resamples: 3 });
    expect(of(0.6)).toEqual({ low: 0, high: 1, exact: true, resamples: 3 });
  });

  it('of three figures weighs each resample by how often it comes: 1, 3, 3, 1 … of 27', () => {
    const of = (level: number) => bootstrapMean([0, 1, 9], level, 500, seededRandom(1));
    // Sums 0, 1, 2, 3, 9, 10, 11, 18, 19, 27 with 1, 3, 3, 1, 3, 6, 3, 3, 3, 1 of 27.
    expect(of(1 - 2 / 27)).toEqual({ low: 0, high: 19 / 3, exact: true, resamples: 10 });
    expect(of(1 - 2.1 / 27)).toMatchObject({ low: 1 / 3, high: 19 / 3 });
    expect(of(1 - 16 / 27)).toMatchObject({ low: 1, high: 11 / 3 });
    expect(of(1 - 22.1 / 27)).toMatchObject({ low: 10 / 3, high: 10 / 3 });
  });

  it('counts all of ten and draws from eleven on; has no interval under two', () => {
    const ten = Array.from({ length: 10 }, (_, index) => index);
    expect(bootstrapMean(ten, 0.9, 50, seededRandom(1))).toMatchObject({ exact: true, resamples: 92_378 });
    const drawn = bootstrapMean([...ten, 10], 0.9, 2000, seededRandom(1));
    expect(drawn).toMatchObject({ exact: false, resamples: 2000 });
    // Mean 5, error √10/√11 = 0.953; a tail of 5 % lies 1.645 of them below.
    expect(Math.abs(drawn.low - (5 - 1.645 * 0.953))).toBeLessThan(0.2);
    expect(Math.abs(drawn.high - (5 + 1.645 * 0.953))).toBeLessThan(0.2);
    expect(bootstrapMean([3], 0.9, 50, seededRandom(1))).toEqual({ low: NaN, high: NaN, exact: true, resamples: 1 });
    expect(bootstrapMean([], 0.9, 50, seededRandom(1))).toEqual({ low: NaN, high: NaN, exact: true, resamples: 0 });
  });
});
