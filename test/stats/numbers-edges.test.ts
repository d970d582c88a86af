import { describe, expect, it } from 'vitest';
import { makeReturnSeries, type ReturnSeries } from '../../src/panel/index.js';
import { centred } from '../../src/stats/central-moments.js';
import { tally } from '../../src/stats/hit-counts.js';
import {
  annualReturns,
  bearMarkets,
  bestPeriod,
  bestYear,
  captureOfCumulative,
  deviationOf,
  downsideFrequency,
  effectiveNumber,
  herfindahl,
  mean,
  newHighs,
  sampleCovariance,
  sampleVariance,
  treynorRatio,
  valueAtRisk,
  worstYear,
  xirr,
} from '../../src/stats/index.js';
import { distanceFrom } from '../../src/stats/rounding.js';
import { tailMean } from '../../src/stats/tail-mean.js';
import { series } from './support.js';

/** A series of any numbers, such as differences of returns. */
const anyOf = (frequency: 'annual' | 'monthly', values: readonly number[]): ReturnSeries =>
  makeReturnSeries(
    'A',
    series(
      frequency,
      values.map(() => 0),
    ).calendar,
    Float64Array.from(values),
  );

describe('what differs by rounding only', () => {
  it('has no deviation: up to 1e-14, and exactly that', () => {
    // The deviation of −d, 0, d is d.
    expect(deviationOf([-1e-14, 0, 1e-14])).toBe(0);
    expect(deviationOf([-1.01e-14, 0, 1.01e-14])).toBe(1.01e-14);
    expect(deviationOf([-3e-14, 0, 3e-14])).toBe(3e-14);
  });

  it('is so near a loss of everything too', () => {
    // 64 steps of 2⁻⁵³ apart: 7e-15, of which the deviation is 5e-15.
    expect(deviationOf([0.95, 0.95 + 2 ** -47])).toBe(0);
    expect(deviationOf([-0.95, -0.95 - 2 ** -47])).toBe(0);
  });

  it('is measured by the largest number where that exceeds 1', () => {
    // A thousand apart by 5e-12 is 5e-15 of itself; by 5e-11, 5e-14.
    expect(deviationOf([1000, 1000 + 5e-12])).toBe(0);
    expect(deviationOf([-1000 - 5e-12, -1000])).toBe(0);
    expect(deviationOf([1000, 1000 + 5e-11])).toBeGreaterThan(3e-11);
    expect(deviationOf([0.001, 0.001 + 5e-14])).toBeGreaterThan(3e-14);
  });

  it('is no distance from a target: 1e-14 of it, of the return where that exceeds 1', () => {
    expect([distanceFrom(0, 1e-14), distanceFrom(0, -1e-14)]).toEqual([0, 0]);
    expect([distanceFrom(0, 1.1e-14), distanceFrom(0, -1.1e-14)]).toEqual([1.1e-14, -1.1e-14]);
    expect(distanceFrom(1000, 1000 + 5e-12)).toBe(0);
    expect(distanceFrom(1000, 1000 + 5e-11)).toBeGreaterThan(4e-11);
    expect(distanceFrom(0.5, 0.5 + 5e-14)).toBeGreaterThan(4e-14);
    expect(distanceFrom(0.25, 0.75)).toBe(0.5);
  });

  it('neither won nor lost', () => {
    expect(tally([1e-14, -1e-14, 0])).toEqual({ wins: 0, ties: 3, losses: 0, periods: 3 });
    expect(tally([1.1e-14, -1.1e-14, -1])).toEqual({ wins: 1, ties: 0, losses: 2, periods: 3 });
    expect(Object.isFrozen(tally([]))).toBe(true);
  });

  it('fell not short', () => {
    expect(downsideFrequency(series('monthly', [0, -1e-15, -0.01, 0.01]))).toBe(0.25);
  });

  it('is no new high: exactly 1e-12 above the old one', () => {
    const bound = 1 + 1e-12 - 1;
    expect(newHighs(series('monthly', [bound])).count).toBe(0);
    expect(newHighs(series('monthly', [2 * bound])).count).toBe(1);
    expect(newHighs(series('monthly', [2 ** 400 - 1, 2 ** 400 - 1, bound])).count).toBe(2);
  });
});

describe('sums that lose nothing on the way', () => {
  it('have the distances of 2⁵³, 1, 1 and their sum: their mean size is 2⁵² + 1', () => {
    expect(centred([2 ** 53, 1, 1, -(2 ** 53) - 2]).meanAbsolute).toBe(2 ** 52 + 1);
    expect(centred([1, 2 ** 53, 1, -(2 ** 53) - 2]).meanAbsolute).toBe(2 ** 52 + 1);
  });

  it('have the squares of 2²⁷ twice and of 1 eight times: (2⁵⁵ + 8) / 10', () => {
    const ones = [1, -1, 1, -1, 1, -1, 1, -1];
    expect(centred([2 ** 27, -(2 ** 27), ...ones]).meanSquare).toBe((2 ** 55 + 8) / 10);
    expect(centred([...ones, 2 ** 27, -(2 ** 27)]).meanSquare).toBe((2 ** 55 + 8) / 10);
  });

  it('take off what rounding left of the mean: 0, 2, 2 beside 2⁵³ have a variance of 4/3', () => {
    const values = [2 ** 53, 2 ** 53 + 2, 2 ** 53 + 2];
    expect(sampleVariance(values)).toBeCloseTo(4 / 3, 14);
    // With 0, 2, 4: distances −4/3, 2/3, 2/3 times −2, 0, 2 are 4 over 2.
    expect(sampleCovariance(values, [0, 2, 4])).toBeCloseTo(2, 14);
  });

  it('of too few numbers are unknown', () => {
    expect([mean([]), sampleVariance([]), sampleVariance([1])]).toEqual([NaN, NaN, NaN]);
    expect(mean([3])).toBe(3);
  });
});

describe('tailMean', () => {
  it('takes a share that is whole but for rounding as whole: the mean of the lowest integers, to the bit', () => {
    for (const n of [10, 20, 30, 60, 70, 90, 100, 140, 190, 300, 700]) {
      const values = Array.from({ length: n }, (_, place) => ((place * 7919) % 1009) - 500);
      const ordered = [...values].sort((a, b) => a - b);
      for (let percent = 10; percent < 100; percent += 10) {
        const count = (n * (100 - percent)) / 100;
        const lowest = ordered.slice(0, count).reduce((sum, value) => sum + value, 0);
        expect(tailMean(values, percent / 100), `${n} at ${percent} %`).toBe(lowest / count);
      }
    }
  });

  it('of equal numbers is that number, to the bit', () => {
    for (let value = 0.01; value < 0.2; value += 0.01) {
      for (let n = 3; n < 40; n += 3) {
        for (const level of [0.5, 0.77, 0.9]) expect(tailMean(new Array<number>(n).fill(value), level)).toBe(value);
      }
    }
  });

  it('of equal numbers below others is that number too', () => {
    // The lowest three of thirty, and the lowest seven.
    for (let value = 0.01; value < 0.2; value += 0.01) {
      const others = Array.from({ length: 27 }, (_, place) => 1 + place);
      expect(tailMean([...others, value, value, value], 0.9)).toBe(value);
      expect(tailMean([...others, ...new Array<number>(7).fill(value), 40, 41, 42, 43, 44, 45], 0.825)).toBe(value);
    }
  });

  it('counts the next number by the part that is left: of 1, 2, 4 at 0.5 the half of 2 beside 1', () => {
    expect(tailMean([4, 1, 2], 0.5)).toBeCloseTo((1 + 0.5 * 2) / 1.5, 15);
    expect(tailMean([8, 1, 16, 4, 2], 0.5)).toBeCloseTo((1 + 2 + 0.5 * 4) / 2.5, 15);
    expect(tailMean([4, 1, 2], 0.9)).toBe(1);
    expect(tailMean([4, 1, 2], 0)).toBe(7 / 3);
    expect(tailMean([], 0.5)).toBeNaN();
  });
});

describe('figures at their edges', () => {
  it('valueAtRisk of returns of nothing is 0 without a sign', () => {
    expect(Object.is(valueAtRisk(series('monthly', [0, 0, 0])), 0)).toBe(true);
    expect(Object.is(valueAtRisk(series('monthly', [-0, -0, -0])), 0)).toBe(true);
  });

  it('treynorRatio of a small slope is there, and of none unknown', () => {
    // The slope on ±1e-4 of ±1e-10 about 0.03 and 0.01 is 1e-6; the mean is 0.02, times 12.
    const market = series('monthly', [1e-4, -1e-4, 1e-4, -1e-4]);
    const own = series('monthly', [0.03 + 1e-10, 0.03 - 1e-10, 0.01 + 1e-10, 0.01 - 1e-10]);
    expect((treynorRatio(own, market) * 1e-6) / 0.24).toBeCloseTo(1, 5);
    expect(treynorRatio(series('monthly', [0.03, 0.03, 0.01, 0.01]), market)).toBeNaN();
  });

  it('bestPeriod is the first of equal ones', () => {
    expect(bestPeriod(series('annual', [0.1, 0.2, 0.2]))).toEqual({ date: '2021-12-31', value: 0.2 });
    expect(bestPeriod(series('annual', [NaN]))).toBeNull();
  });

  it('bestYear and worstYear of a difference that lost more than everything are none, in whichever year', () => {
    expect(bestYear(anyOf('annual', [0.1, 0.2]))?.year).toBe(2021);
    for (const values of [
      [-1.5, 0.2],
      [0.1, -1.5],
    ]) {
      expect(bestYear(anyOf('annual', values))).toBeNull();
      expect(worstYear(anyOf('annual', values))).toBeNull();
    }
    expect(annualReturns(anyOf('annual', [0.1])).length).toBe(1);
  });

  it('captureOfCumulative is the gain over that of the market: 0.44 over 0.21', () => {
    expect(
      captureOfCumulative(series('annual', [0.2, 0.5, 0.2]), series('annual', [0.1, -0.1, 0.1]), { market: 'up' }),
    ).toBeCloseTo(0.44 / 0.21, 13);
  });

  it('herfindahl counts short positions by their size, and knows nothing of no weights', () => {
    // Shares of 2/3 and 1/3 of the gross weight.
    expect(herfindahl([1, -0.5])).toBeCloseTo(5 / 9, 15);
    expect(effectiveNumber({ A: 1, B: -0.5 })).toBeCloseTo(9 / 5, 14);
    expect(herfindahl([])).toBeNaN();
    expect(herfindahl([0, 0])).toBeNaN();
  });

  it('bearMarkets of one return are none or one', () => {
    expect(bearMarkets(series('annual', [0.1])).markets).toEqual([]);
  });
});

describe('xirr', () => {
  it('has no rate where it would be larger than any number: tenfold in a day', () => {
    const found = xirr([
      { date: '2020-01-01', amount: -1 },
      { date: '2020-01-02', amount: 10 },
    ]);
    expect(found).toEqual({ rate: NaN, unique: false, roots: [], signChanges: 1 });
  });

  it.each([
    ['small', [0.1, 0.2, -0.3], 1],
    ['large', [100000.1, 200000.2, -300000.3], 1e6],
  ])('takes %s flows of a day that cancel for none', (_, parts, size) => {
    // 0.1 + 0.2 − 0.3 leaves a rounding above 0, which would be two more changes of sign.
    const found = xirr([
      { date: '2020-01-01', amount: -size },
      ...parts.map((amount) => ({ date: '2020-07-01', amount })),
      { date: '2021-01-01', amount: -size },
      { date: '2022-01-01', amount: 3 * size },
    ]);
    expect(found.signChanges).toBe(1);
    expect(found.unique).toBe(true);
    // −1 − x + 3 x² with x over a year of 366 days (2020) and one of 365 is 0 near x = (1 + √13) / 6.
    expect(1 / (1 + found.rate)).toBeCloseTo((1 + Math.sqrt(13)) / 6, 2);
  });

  it('passes over flows of nothing', () => {
    const found = xirr([
      { date: '2020-01-01', amount: 0 },
      { date: '2021-01-01', amount: -1 },
      { date: '2021-06-01', amount: 0 },
      { date: '2022-01-01', amount: 1.2 },
    ]);
    expect(found.signChanges).toBe(1);
    expect(found.rate).toBeCloseTo(0.2, 14);
  });
});
