import { describe, expect, it } from 'vitest';
import { makeReturnSeries, type ReturnSeries } from '../../src/panel/index.js';
import {
  arithmeticMean,
  cagr,
  maxDrawdown,
  rolling,
  sharpeRatio,
  totalReturn,
  volatility,
} from '../../src/stats/index.js';
import { windowKernel } from '../../src/stats/window-kernels.js';
import { windowYears } from '../../src/stats/window-years.js';
import { isoDate, parseIsoDate } from '../../src/time/index.js';
import { dated, series } from './support.js';

const kernelOf = (statistic: unknown, values: readonly number[]) => windowKernel(statistic, series('annual', values))!;

describe('the quick way to the figure of a window', () => {
  it('is there for six statistics, with the numbers of arithmetic', () => {
    const values = [0.5, 0.1, 0.3, -0.5];
    // Rows 1 and 2: 1.1 · 1.3, a mean of 0.2, a deviation of 0.1 · √2; rows 2 and 3 fall by half.
    expect(kernelOf(totalReturn, values)(1, 2)).toBeCloseTo(0.43, 14);
    expect(kernelOf(maxDrawdown, values)(2, 3)).toBeCloseTo(-0.5, 14);
    expect(kernelOf(cagr, values)(1, 2)).toBeCloseTo(Math.sqrt(1.43) - 1, 14);
    expect(kernelOf(arithmeticMean, values)(1, 2)).toBeCloseTo(0.2, 14);
    expect(kernelOf(volatility, values)(1, 2)).toBeCloseTo(0.1 * Math.SQRT2, 14);
    expect(kernelOf(sharpeRatio, values)(1, 2)).toBeCloseTo(Math.SQRT2, 13);
  });

  it('brings means and deviations to a year', () => {
    const months = series('monthly', [0.1, 0.3]);
    expect(windowKernel(arithmeticMean, months)!(0, 1)).toBeCloseTo(12 * 0.2, 13);
    expect(windowKernel(volatility, months)!(0, 1)).toBeCloseTo(0.1 * Math.sqrt(24), 13);
    expect(windowKernel(sharpeRatio, months)!(0, 1)).toBeCloseTo(Math.sqrt(24), 12);
  });

  it('is not there for other statistics', () => {
    expect(windowKernel((one: ReturnSeries) => volatility(one), series('annual', [0.1, 0.3]))).toBeUndefined();
  });

  it.each([
    ['first', [NaN, 0.1, 0.3]],
    ['inner', [0.1, NaN, 0.3]],
  ])('of moments is not there where the %s return is missing', (_, values) => {
    for (const statistic of [arithmeticMean, volatility, sharpeRatio]) {
      expect(windowKernel(statistic, series('annual', values))).toBeUndefined();
    }
  });

  it('gives the word back where a mean all but cancels out, to the mean and the Sharpe ratio alone', () => {
    const values = [0.01, -0.01];
    expect(kernelOf(arithmeticMean, values)(0, 1)).toBeUndefined();
    expect(kernelOf(sharpeRatio, values)(0, 1)).toBeUndefined();
    expect(kernelOf(volatility, values)(0, 1)).toBeCloseTo(0.01 * Math.SQRT2, 15);
    // A tenth of the deviation is no cancellation.
    expect(kernelOf(arithmeticMean, [0.011, -0.009])(0, 1)).toBeCloseTo(0.001, 15);
  });

  it('gives the word back where all numbers are about one', () => {
    for (const statistic of [arithmeticMean, volatility, sharpeRatio]) {
      expect(kernelOf(statistic, [0.01, 0.01])(0, 1)).toBeUndefined();
      expect(kernelOf(statistic, [0.01, 0.01 + 1e-12])(0, 1)).toBeUndefined();
      expect(kernelOf(statistic, [0.01, 0.01 + 1e-9])(0, 1)).toBeDefined();
    }
  });

  it('takes for one number what is within 1e-10 of the largest of the series', () => {
    // A deviation of 1e-5/√2 beside a million, and the same one beside a return of 1.
    expect(kernelOf(volatility, [1e6, 1e6 + 1e-5])(0, 1)).toBeUndefined();
    expect(kernelOf(volatility, [0.5, 0.5 + 1e-5])(0, 1)).toBeCloseTo(1e-5 / Math.SQRT2, 15);
  });

  it('gives the word back where a later window lies far from the mean of the first', () => {
    // About the first mean, 0, the squares are 2 · 25; about their own 2 · 0.01: 2500 times as many.
    const kernel = kernelOf(volatility, [0.1, -0.1, 4.9, 5.1]);
    expect(kernel(0, 1)).toBeCloseTo(0.1 * Math.SQRT2, 14);
    expect(kernel(2, 3)).toBeUndefined();
  });

  it('to a yearly rate is the same beyond the range of a product, and NaN under a year', () => {
    const rising = Array.from({ length: 4 }, () => 2 ** 400 - 1);
    expect(kernelOf(cagr, rising)(0, 3)! / 2 ** 400).toBeCloseTo(1, 11);
    const months = windowKernel(cagr, series('monthly', new Array<number>(14).fill(0.01)))!;
    expect(months(0, 10)).toBeNaN();
    expect(months(1, 12)).toBeCloseTo(1.01 ** 12 - 1, 13);
  });
});

describe('the years of a window', () => {
  it('are counted by rows on coarse calendars, from one year on', () => {
    const yearsOf = windowYears(series('quarterly', [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]))!;
    expect([yearsOf(0, 2), yearsOf(0, 3), yearsOf(1, 5)]).toEqual([NaN, 1, 1.25]);
  });

  it('are not counted where a row covers a part of its period', () => {
    const one = series('monthly', [0.1, 0.1]);
    expect(windowYears(one)).toBeDefined();
    expect(
      windowYears(makeReturnSeries('A', one.calendar, one.values.slice(), { ...one.meta, endsOn: '2020-02-10' })),
    ).toBeUndefined();
  });

  const wednesdays = (count: number): string[] =>
    Array.from({ length: count }, (_, week) => isoDate(parseIsoDate('2020-01-08', 'test') + 7 * week));

  it('of weeks that end on a Wednesday are one after 52 of them: another Wednesday is a week away', () => {
    // From 2020-01-01 to 2020-12-30; the next row could only be 2021-01-06, after the anniversary.
    const one = dated('weekly', wednesdays(52), new Array<number>(52).fill(0.01));
    const years = 364 / 365.25;
    expect(windowYears(one)!(0, 51)).toBeCloseTo(years, 13);
    expect(windowYears(one)!(1, 51)).toBeNaN();
    expect(cagr(one)).toBeCloseTo(1.01 ** (52 / years) - 1, 11);
    expect(rolling(cagr, { periods: 52 })(one).values[0]).toBeCloseTo(1.01 ** (52 / years) - 1, 11);
  });
});
