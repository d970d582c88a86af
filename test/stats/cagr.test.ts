import { describe, expect, it } from 'vitest';
import { makeReturnSeries } from '../../src/panel/index.js';
import { sliceCalendar } from '../../src/time/index.js';
import { annualReturns, cagr, cagrByPeriods, yearsOf } from '../../src/stats/index.js';
import { dailyUntil, dated, hasReference, reference, referencePrices, series, weekdaysAfter } from './support.js';

describe('yearsOf', () => {
  it('is periods / 12, / 4 and / 1 on monthly, quarterly and annual calendars', () => {
    expect(yearsOf(series('monthly', new Array<number>(18).fill(0)))).toBe(1.5);
    expect(yearsOf(series('quarterly', [0, 0, 0, 0, 0]))).toBe(1.25);
    expect(yearsOf(series('annual', [0, 0, 0]))).toBe(3);
  });

  it('is days from the base / 365.25 on daily and weekly ones', () => {
    // 2020-12-31 to 2021-12-31 is 365 days; ten Fridays after a base a week before the first are 70 days.
    expect(yearsOf(dailyUntil('2020-12-31', '2021-12-31', 0))).toBe(365 / 365.25);
    expect(yearsOf(series('weekly', new Array<number>(10).fill(0)))).toBe(70 / 365.25);
  });

  it('does not count rows before the first and after the last return, but counts holes', () => {
    expect(yearsOf(series('quarterly', [NaN, 0, NaN, 0, NaN]))).toBe(0.75);
    expect(yearsOf(series('quarterly', [NaN]))).toBe(0);
  });
});

describe('cagr', () => {
  it('is the yearly return that compounds to the same wealth', () => {
    // 1.21 in two years: √1.21 = 1.1.
    expect(cagr(series('annual', [0.21, 0]))).toBeCloseTo(0.1, 14);
    // 1.331 in 36 months: cube root 1.1.
    const months = new Array<number>(36).fill(0);
    months[7] = 0.331;
    expect(cagr(series('monthly', months))).toBeCloseTo(0.1, 14);
  });

  it('is that of its own life, wherever on a calendar that lies, partial rows and all', () => {
    for (const frequency of ['daily', 'weekly', 'monthly', 'quarterly', 'annual'] as const) {
      const whole = series(frequency, [NaN, NaN, ...Array.from({ length: 400 }, (_, row) => Math.sin(row) / 50), NaN]);
      const { calendar, values } = whole;
      const cut = sliceCalendar(calendar, 2, values.length - 1);
      const life = makeReturnSeries('cut', cut, values.slice(2, -1));
      expect(cagr(whole)).toBe(cagr(life));
      const partial = { ...calendar, partialRows: [1, 2, values.length - 2] };
      const marked = { ...cut, partialRows: [0, cut.length - 1] };
      expect(cagr({ ...whole, calendar: partial })).toBe(cagr({ ...life, calendar: marked }));
    }
  });

  it('goes by elapsed days on daily data, from the base on', () => {
    // 2019-12-31 to 2021-12-31 is 731 days (2020 is a leap year).
    const two = dailyUntil('2019-12-31', '2021-12-31', 0.21);
    expect(cagr(two)).toBeCloseTo(1.21 ** (365.25 / 731) - 1, 14);
    // 523 weekdays by the other convention.
    expect(two.values).toHaveLength(523);
    expect(cagrByPeriods(two)).toBeCloseTo(1.21 ** (252 / 523) - 1, 14);
  });

  it('is NaN under one year: a gain of 1 % in a day is not +1127 % a year', () => {
    expect(cagr(series('daily', [0.01]))).toBeNaN();
    expect(cagr(series('monthly', new Array<number>(11).fill(0.01)))).toBeNaN();
    expect(cagrByPeriods(series('monthly', new Array<number>(11).fill(0.01)))).toBeNaN();
    expect(cagr(series('monthly', new Array<number>(12).fill(0.01)))).toBeCloseTo(1.01 ** 12 - 1, 14);
  });

  it('takes a whole calendar year of trading days for a year, though it may have 364 days', () => {
    // 2022-12-30 and 2023-12-29 are Fridays, the last trading days of their years.
    const whole = dailyUntil('2022-12-30', '2023-12-29', 0.1);
    expect(cagr(whole)).toBeCloseTo(1.1 ** (365.25 / 364) - 1, 14);
    expect(cagr(dailyUntil('2022-12-30', '2023-12-28', 0.1))).toBeNaN();
    expect(cagr(dailyUntil('2020-12-31', '2021-12-31', 0.1))).not.toBeNaN();
    expect(cagr(dailyUntil('2020-12-31', '2021-12-30', 0.1))).toBeNaN();
  });

  it('takes all trading days of a year without a base for a year, whose first is 2 January', () => {
    const dates = weekdaysAfter('2019-01-01', '2019-12-31');
    const one = dated('daily', dates, [...dates.slice(1).map(() => 0), 0.1]);
    // The base is 2018-12-31, 365 days before 2019-12-31.
    expect(one.calendar.date(-1)).toBe('2018-12-31');
    expect(cagr(one)).toBeCloseTo(1.1 ** (365.25 / 365) - 1, 14);
    expect(annualReturns(one).map(({ year, complete }) => [year, complete])).toEqual([[2019, true]]);
  });

  it('takes 52 weeks for a year and 51 for none', () => {
    expect(cagr(series('weekly', new Array<number>(52).fill(0)))).toBe(0);
    expect(cagr(series('weekly', new Array<number>(51).fill(0)))).toBeNaN();
  });

  it('is −1 after a total loss', () => {
    expect(cagr(series('annual', [0.3, -1]))).toBe(-1);
  });

  it('is NaN over a hole and of a series without returns', () => {
    expect(cagr(series('annual', [0.1, NaN, 0.1]))).toBeNaN();
    expect(cagr(series('annual', [NaN]))).toBeNaN();
  });

  it('counts 252 rows for a year by the other convention', () => {
    const values = new Array<number>(504).fill(0);
    values[3] = 0.21;
    expect(cagrByPeriods(series('daily', values))).toBeCloseTo(0.1, 12);
  });

  it('by periods is the same on monthly data', () => {
    const one = series('monthly', [0.1, -0.05, 0.02, 0.03, 0.01, 0, -0.02, 0.04, 0.01, 0.02, 0.03, -0.01, 0.05]);
    expect(cagrByPeriods(one)).toBe(cagr(one));
  });

  it('is what empyrical has by periods for its weekly and monthly examples, over which this library gives no figure', () => {
    const values = [0, 0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1];
    const growth = 1.0389310917004801;
    expect(growth ** (12 / 9) - 1).toBeCloseTo(0.052242061386048144, 12);
    expect(cagr(series('monthly', values))).toBeNaN();
  });

  it.skipIf(!hasReference).each([
    ['AAPL', 0.44],
    ['MSFT', 0.041],
    ['C', -0.205],
  ])('of %s in ffn’s daily prices is %d, as ffn’s own test has it', (name, expected) => {
    expect(cagr(referencePrices('ffn_test_prices.csv', name))).toBeCloseTo(expected, 3);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', 0.1375],
    ['HAM2', 0.1747],
    ['HAM5', 0.0373],
    ['EDHEC LS EQ', 0.118],
    ['SP500 TR', 0.0967],
  ])('of %s in managers is %d, as PerformanceAnalytics documents', (name, expected) => {
    const one = reference('managers.csv', name);
    expect(cagr(one)).toBeCloseTo(expected, 4);
    expect(cagr(dated('monthly', one.calendar.toJSON().dates, [...one.values]))).toBe(cagr(one));
  });
});
