import { describe, expect, it } from 'vitest';
import { dependenceWarning, fewBlocksWarning, mixedKindsWarning } from '../../src/inference/doubt-words.js';
import { lagOne } from '../../src/inference/lag-one.js';
import { makeReturnSeries, type ReturnKind } from '../../src/panel/index.js';
import { series } from '../stats/support.js';

describe('words of doubt', () => {
  it.each([
    [10, []],
    [9, ['Warning: only 9 independent blocks: what is drawn from them is a guess.']],
    [1, ['Warning: only 1 independent block: what is drawn from them is a guess.']],
  ])('are said of fewer than ten independent blocks: %d', (independent, expected) => {
    expect(fewBlocksWarning(independent)).toEqual(expected);
  });

  it('say what follows from few blocks where it is something else', () => {
    expect(fewBlocksWarning(2, 'p is too small')).toEqual(['Warning: only 2 independent blocks: p is too small.']);
  });

  it.each([
    [0.5, []],
    [-0.5, []],
    [NaN, []],
    [
      0.51,
      [
        'Warning: neighbouring returns are correlated (0.51, more than the ±0.50 of chance): they are not 16 independent observations.',
      ],
    ],
    [
      -0.51,
      [
        'Warning: neighbouring returns are correlated (-0.51, more than the ±0.50 of chance): they are not 16 independent observations.',
      ],
    ],
  ])('are said of neighbours correlated by more than 2/√16: %d', (correlation, expected) => {
    expect(dependenceWarning('returns', correlation, 16)).toEqual(expected);
  });

  it('are said of series of different kinds', () => {
    const of = (kind: ReturnKind) => {
      const { calendar, values } = series('annual', [0.1]);
      return makeReturnSeries('A', calendar, values.slice(), { kind, net: false });
    };
    expect(mixedKindsWarning([of('total'), of('total')])).toEqual([]);
    expect(mixedKindsWarning([])).toEqual([]);
    expect(mixedKindsWarning([of('total'), of('price'), of('total'), of('excess')])).toEqual([
      'Warning: total returns are held against price and excess returns.',
    ]);
  });
});

describe('first-order autocorrelation', () => {
  it('of 1, 2, 4, 5 is (2 − 1 + 2)/10: products of neighbours alone, squares of all', () => {
    // Distances −2, −1, 1, 2: products 2, −1, 2 and squares 10.
    expect(lagOne([1, 2, 4, 5], [3, 4, 5, 6])).toBeCloseTo(0.3, 15);
    // Without a row between the second and the third there is no product of the two.
    expect(lagOne([1, 2, 4, 5], [3, 4, 6, 7])).toBeCloseTo(0.4, 15);
    expect(lagOne([1, 2, 4, 5], [0, 2, 4, 6])).toBe(0);
    expect(lagOne([2, 2, 2], [0, 1, 2])).toBeNaN();
  });
});
