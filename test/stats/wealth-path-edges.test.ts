import { describe, expect, it } from 'vitest';
import {
  amountOf,
  isSafe,
  levelAt,
  levelOver,
  levelRatio,
  ratePerYear,
  wealthPathOf,
} from '../../src/stats/wealth-path.js';
import { newHighs, stability, totalReturn, wealth } from '../../src/stats/index.js';
import { series } from './support.js';

// The smallest growth there is but none at all: 1 + (2⁻⁵³ − 1) is 2⁻⁵³ without rounding.
const SMALL = 2 ** -53 - 1;
const fallen = Float64Array.from({ length: 10 }, () => SMALL);
const risen = Float64Array.of(2 ** 400 - 1, 2 ** 400 - 1);

describe('a wealth of any size', () => {
  it('is a plain product from 2⁻⁵⁰⁰ to 2⁵⁰⁰, both ends included', () => {
    expect([2 ** -500, 1, 2 ** 500].map(isSafe)).toEqual([true, true, true]);
    expect([2 ** -501, 0, -1, 2 ** 501].map(isSafe)).toEqual([false, false, false, false]);
    expect(isSafe(NaN)).toBe(true);
    expect(levelOver(Float64Array.of(0.5, 1), 0, 1)).toEqual({ level: 3, units: 0 });
    expect(wealthPathOf(Float64Array.of(0.5, 1))).toEqual({ levels: Float64Array.of(1, 1.5, 3) });
  });

  it('has 2⁵⁰⁰ taken off above: 2⁸⁰⁰ is 2³⁰⁰ and one unit', () => {
    expect(levelOver(risen, 0, 1)).toEqual({ level: 2 ** 300, units: 1 });
    const path = wealthPathOf(risen);
    expect([...path.levels]).toEqual([1, 2 ** 400, 2 ** 300]);
    expect([...path.units!]).toEqual([0, 0, 1]);
    expect(levelAt(path, 2)).toEqual({ level: 2 ** 300, units: 1 });
  });

  it('has 2⁵⁰⁰ put on below: 2⁻⁵³⁰ is 2⁻³⁰ less one unit', () => {
    expect(levelOver(fallen, 0, 9)).toEqual({ level: 2 ** -30, units: -1 });
    const path = wealthPathOf(fallen);
    expect(levelAt(path, 9)).toEqual({ level: 2 ** -477, units: 0 });
    expect(levelAt(path, 10)).toEqual({ level: 2 ** -30, units: -1 });
  });

  it('is left alone at the two ends', () => {
    const up = wealthPathOf(Float64Array.of(2 ** 250 - 1, 2 ** 250 - 1, 1));
    expect([...up.levels]).toEqual([1, 2 ** 250, 2 ** 500, 2]);
    expect([...up.units!]).toEqual([0, 0, 0, 1]);
    // Nine times 2⁻⁵³ and once 2⁻²³ are 2⁻⁵⁰⁰; half of it is below.
    const down = wealthPathOf(Float64Array.of(...fallen.slice(1), 2 ** -23 - 1, -0.5));
    expect([...down.levels.slice(-2)]).toEqual([2 ** -500, 2 ** -1]);
    expect([...down.units!.slice(-2)]).toEqual([0, -1]);
  });

  it('after a total loss is nothing, in no unit, and after more than that unknown', () => {
    expect(levelOver(Float64Array.of(-1, 0.5, 0.5), 0, 2)).toEqual({ level: 0, units: 0 });
    const path = wealthPathOf(Float64Array.of(0.5, -1, 0.5));
    expect([...path.levels]).toEqual([1, 1.5, 0, 0]);
    expect([...path.units!]).toEqual([0, 0, 0, 0]);
    expect(levelOver(Float64Array.of(0.5, -1.5, 0.5), 0, 2).level).toBeNaN();
    expect([...wealthPathOf(Float64Array.of(0.5, -1.5)).levels]).toEqual([1, 1.5, NaN]);
  });

  it('as a number is what it is, NaN above every number and 0 below', () => {
    expect(amountOf({ level: 1.5, units: 0 })).toBe(1.5);
    expect(amountOf({ level: 1.5, units: 1 })).toBe(1.5 * 2 ** 500);
    expect(amountOf({ level: 1.5, units: 2 })).toBe(1.5 * 2 ** 1000);
    expect(amountOf({ level: 1.5, units: -1 })).toBe(1.5 * 2 ** -500);
    expect(amountOf({ level: 1.5, units: -2 })).toBe(1.5 * 2 ** -1000);
    expect(amountOf({ level: 1.5, units: 3 })).toBeNaN();
    expect(amountOf({ level: 1.5, units: -3 })).toBe(0);
  });

  it('that has as many units as no number has, but a small level, is a number all the same', () => {
    // 2⁻⁴⁹⁰ · 2¹⁵⁰⁰ and 2⁴⁹⁰ · 2⁻¹⁵⁰⁰.
    expect(amountOf({ level: 2 ** -490, units: 3 })).toBe(2 ** 1010);
    expect(amountOf({ level: 2 ** 490, units: -3 })).toBe(2 ** -1010);
  });

  it('over another is the ratio of both parts, and over nothing unknown', () => {
    expect(levelRatio({ level: 3, units: 1 }, { level: 2, units: 1 })).toBe(1.5);
    expect(levelRatio({ level: 3, units: 1 }, { level: 2, units: 0 })).toBe(1.5 * 2 ** 500);
    expect(levelRatio({ level: 3, units: 0 }, { level: 2, units: 1 })).toBe(1.5 * 2 ** -500);
    expect(levelRatio({ level: 3, units: 0 }, { level: 0, units: 0 })).toBeNaN();
  });

  it('is a rate per year: 2⁵⁰⁰ in 500 years is 100 % a year, 2⁵⁰¹ in 501 too, 2⁻⁵⁰⁰ a loss of a half', () => {
    expect(ratePerYear({ level: 2.25, units: 0 }, 2)).toBe(0.5);
    expect(ratePerYear({ level: 1, units: 1 }, 500)).toBeCloseTo(1, 12);
    expect(ratePerYear({ level: 2, units: 1 }, 501)).toBeCloseTo(1, 12);
    expect(ratePerYear({ level: 1, units: -1 }, 500)).toBeCloseTo(-0.5, 12);
    expect(ratePerYear({ level: 1, units: 3 }, 1)).toBeNaN();
    expect(ratePerYear({ level: 4, units: 0 }, 1 / 1024)).toBeNaN();
  });

  it('shows in the figures: up to 2⁸⁰⁰ and back', () => {
    const one = series('monthly', [...risen, 2 ** -40 - 1, 0]);
    expect(totalReturn(one)).toBe(2 ** 760 - 1);
    expect([...wealth(one)]).toEqual([1, 2 ** 400, 2 ** 800, 2 ** 760, 2 ** 760]);
    // The first two periods end higher than ever; what is 2⁴⁰ times lower does not, nor does what stays there.
    expect(newHighs(one)).toMatchObject({ count: 2, dates: ['2020-01-31', '2020-02-29'] });
  });
});

describe('newHighs of a wealth beyond the range of a product', () => {
  it('needs more than a rounding above the high, as elsewhere', () => {
    const at = (last: number): number => newHighs(series('monthly', [...risen, last])).count;
    expect([at(1e-11), at(1e-13), at(0), at(-0.1)]).toEqual([3, 2, 2, 2]);
  });
});

describe('stability', () => {
  it('of logs 0, 1, 0 (in units of ln 2) is the square of their correlation with 0, 1, 2: none', () => {
    expect(stability(series('monthly', [1, -0.5]))).toBeCloseTo(0, 14);
    // Logs 0, 1, 3 about their mean 4/3: Σ xy = 3, Σ x² = 2, Σ y² = 14/3; 9 / (28/3) = 27/28.
    expect(stability(series('monthly', [1, 3]))).toBeCloseTo(27 / 28, 13);
  });
});
