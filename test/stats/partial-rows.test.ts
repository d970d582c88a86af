import { describe, expect, it } from 'vitest';
import { usFunds } from '../../src/data/index.js';
import { fromReturns, type Panel, resample } from '../../src/panel/index.js';
import {
  activeReturns,
  annualReturns,
  bestYear,
  cagr,
  calmarRatio,
  cagrByPeriods,
  correlation,
  summarize,
  yearsOf,
} from '../../src/stats/index.js';
import type { Frequency } from '../../src/time/index.js';
import { weekdaysAfter } from './support.js';

/** Weekdays after a base, all at one return; the asset END has none after `until`. */
function days(base: string, last: string, value = 0, until = last): Panel<'A' | 'END'> {
  const dates = weekdaysAfter(base, last);
  const returns = { A: dates.map(() => value), END: dates.map((date) => (date <= until ? value : NaN)) };
  return fromReturns({ frequency: 'daily', base, dates, returns });
}

describe('partial rows', () => {
  it('count for their share: the fund SPY has 33.5 years by months and by years', () => {
    const monthly = usFunds().returns('SPY');
    const annual = resample(usFunds(), 'annual').returns('SPY');
    // 1993-02 to 2026-07: 11 + 32·12 + 7 = 402 months. By years: 334 of 365 days, 32 years, 212 of 365 days.
    expect(yearsOf(monthly)).toBe(402 / 12);
    expect(yearsOf(annual)).toBeCloseTo(334 / 365 + 32 + 212 / 365, 12);
    expect(Math.abs(cagr(annual) - cagr(monthly))).toBeLessThan(1e-4);
    // By the count of rows a stub is a year: 34 of them.
    expect(cagrByPeriods(annual)).toBeCloseTo((1 + cagr(monthly)) ** (33.5 / 34) - 1, 6);
  });

  it.each<[Frequency, number]>([
    // Base 2023-02-14, last 2023-05-10: 14 of 28 days, two months, 10 of 31.
    ['monthly', (14 / 28 + 2 + 10 / 31) / 12],
    // Quarters end 03-31 and 06-30: 45 of 90 days and 40 of 91.
    ['quarterly', (45 / 90 + 40 / 91) / 4],
    ['annual', 85 / 365],
  ])('at both ends of %s periods count by days', (frequency, years) => {
    expect(yearsOf(resample(days('2023-02-14', '2023-05-10'), frequency).returns('A'))).toBeCloseTo(years, 12);
  });

  it.each<[Frequency, string]>([
    ['monthly', '2024-02-13'],
    ['quarterly', '2024-02-13'],
    ['annual', '2024-02-13'],
  ])('a resampled span of under one year is not annualised: %s to %s', (frequency, last) => {
    const short = days('2023-02-14', last, 0.001);
    const whole = days('2023-02-14', '2024-02-14', 0.001);
    expect(cagr(short.returns('A'))).toBeNaN();
    expect(cagr(resample(short, frequency).returns('A'))).toBeNaN();
    expect(cagr(whole.returns('A'))).not.toBeNaN();
    expect(cagr(resample(whole, frequency).returns('A'))).not.toBeNaN();
  });

  it('a stub is no month of the Calmar ratio: 35 months and two days are under 36', () => {
    const fall = (last: string): Panel<'A'> => {
      const dates = weekdaysAfter('2020-12-31', last);
      const values = dates.map((_, row) => (row === 5 ? -0.5 : row === dates.length - 1 ? 2.456 : 0));
      return fromReturns({ frequency: 'daily', base: '2020-12-31', dates, returns: { A: values }, units: 'fraction' });
    };
    expect(calmarRatio(resample(fall('2023-12-04'), 'monthly').returns('A'))).toBeNaN();
    // Three whole years: 0.5 · 3.456 = 1.728 = 1.2³, a fall of 50 %.
    expect(calmarRatio(resample(fall('2023-12-29'), 'monthly').returns('A'))).toBeCloseTo(0.2 / 0.5, 12);
    // Two days later the window begins at the latest month end 36 months back, the same one; 2 of 31 days more.
    const years = 3 + 2 / 31 / 12;
    expect(calmarRatio(resample(fall('2024-01-02'), 'monthly').returns('A'))).toBeCloseTo(
      (1.728 ** (1 / years) - 1) / 0.5,
      12,
    );
  });
});

describe('an asset that ends inside a resampled period', () => {
  const panel = days('2020-12-31', '2023-12-29', 0.001, '2022-06-15');

  it.each<Frequency>(['monthly', 'quarterly', 'annual'])('has no complete year there: %s', (frequency) => {
    const end = resample(panel, frequency).returns('END');
    expect(annualReturns(end).map(({ year, complete }) => [year, complete])).toEqual([
      [2021, true],
      [2022, false],
    ]);
    // 2022 has fewer days than 2021, so the best is 2021 either way; among all years of A 2023 is complete too.
    expect(bestYear(end)?.year).toBe(2021);
    expect(annualReturns(resample(panel, frequency).returns('A')).every(({ complete }) => complete)).toBe(true);
  });

  it('lived until that day', () => {
    // 2022-06-15 is day 166 of 365, day 76 of the 91 of its quarter, day 15 of the 30 of its month.
    const years = (frequency: Frequency): number => yearsOf(resample(panel, frequency).returns('END'));
    expect(years('annual')).toBeCloseTo(1 + 166 / 365, 12);
    expect(years('quarterly')).toBeCloseTo((5 + 76 / 91) / 4, 12);
    expect(years('monthly')).toBeCloseTo((17 + 15 / 30) / 12, 12);
  });
});

describe('a pair of calendars', () => {
  const made = (dates: readonly string[], values: readonly number[], frequency: Frequency, base: string): Panel<'B'> =>
    fromReturns({ frequency, dates, base, returns: { B: values } });
  const stub = resample(days('2022-12-30', '2023-03-15', 0.001), 'monthly');
  const months = made(['2023-01', '2023-02', '2023-03', '2023-04'], [0.02, 0.01, 0.03, 0.01], 'monthly', '2022-12');

  it('does not compare a part of a month with the whole month', () => {
    const active = activeReturns(stub.returns('A'), months.returns('B'));
    expect([...active.values].map(Number.isNaN)).toEqual([false, false, true]);
    expect(active.calendar.partialRows).toEqual([2]);
    expect([...activeReturns(months.returns('B'), stub.returns('A')).values].map(Number.isNaN)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(summarize(stub.returns('A'), { benchmark: months.returns('B') }).benchmark?.periods).toBe(2);
    expect(correlation(stub.returns('A'), months.returns('B'))).not.toBeNaN();
  });

  it('compares two equal parts of a month, and on one calendar all rows', () => {
    const others = resample(days('2022-11-30', '2023-03-15', 0.002), 'monthly').returns('A');
    expect([...activeReturns(stub.returns('A'), others).values].some(Number.isNaN)).toBe(false);
    const later = resample(days('2022-11-30', '2023-03-29', 0.002), 'monthly').returns('A');
    expect([...activeReturns(stub.returns('A'), later).values].map(Number.isNaN)).toEqual([false, false, true]);
    expect([...activeReturns(stub.returns('A'), stub.returns('END')).values]).toEqual([0, 0, 0]);
  });
});
