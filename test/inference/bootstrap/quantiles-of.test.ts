import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { quantilesOf } from '../../../src/inference/bootstrap/quantiles-of.js';
import { selectRanks } from '../../../src/inference/bootstrap/select-ranks.js';

/** 0, 1, … count − 1 in some order. */
function shuffled(count: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const keys = Float64Array.from({ length: count }, () => random.normal());
  return Float64Array.from(Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!));
}

const percents = Array.from({ length: 101 }, (_, percent) => percent / 100);

describe('quantiles of 0, 1, … n − 1', () => {
  it.each([2, 32, 33, 34, 35, 200, 1001])('are (n − 1) times the share, one at a time: n = %d', (count) => {
    for (const share of percents) {
      expect(quantilesOf(shuffled(count, count), [share])[0]).toBeCloseTo((count - 1) * share, 9);
    }
  });

  it.each([33, 200, 1001])('and all at once, with shares that are none between them: n = %d', (count) => {
    const found = quantilesOf(shuffled(count, 2), [NaN, ...percents, NaN, 0.5, 0.1]);
    [NaN, ...percents, NaN, 0.5, 0.1].forEach((share, index) => {
      if (Number.isNaN(share)) expect(found[index]).toBeNaN();
      else expect(found[index]).toBeCloseTo((count - 1) * share, 9);
    });
  });
});

describe('selectRanks', () => {
  it.each([
    [33, [0]],
    [33, [32]],
    [200, [0, 199]],
    [200, [3, 99, 100, 101, 198]],
    [200, [100, 100]],
  ])(
    'of %d numbers puts those of ranks %o in their places, lower ones before and higher ones after',
    (count, ranks) => {
      for (let seed = 1; seed <= 20; seed++) {
        const values = shuffled(count, seed);
        selectRanks(values, ranks);
        for (const rank of ranks) {
          expect(values[rank]).toBe(rank);
          expect(Math.max(-1, ...values.subarray(0, rank))).toBe(rank - 1);
        }
        expect([...values].sort((a, b) => a - b)).toEqual(Array.from(values.keys()));
      }
    },
  );

  it('of many equal numbers too', () => {
    const values = Float64Array.from({ length: 500 }, (_, index) => [2, 1, 1, 3][index % 4]!);
    selectRanks(values, [0, 249, 250, 374, 375, 499]);
    expect([0, 249, 250, 374, 375, 499].map((rank) => values[rank])).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('without ranks leaves everything where it is', () => {
    const values = Float64Array.of(3, 1, 2);
    selectRanks(values, []);
    expect([...values]).toEqual([3, 1, 2]);
  });

  it('does no more than it must: of a thousand numbers and the lowest rank alone, the upper half stays unsorted', () => {
    const values = shuffled(1000, 3);
    selectRanks(values, [0]);
    expect(values[0]).toBe(0);
    expect(values.subarray(500).some((value, index, rest) => value > (rest[index + 1] ?? Infinity))).toBe(true);
  });
});
