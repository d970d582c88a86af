import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilDate,
  dayNumber,
  isoDate,
  lastDayOfMonth,
  monthNumber,
  parseIsoDate,
  previousWeekday,
  weekday,
} from '../../src/time/index.js';

const DAY = 86_400_000;
const luxonDay = (day: number): DateTime => DateTime.fromMillis(day * DAY, { zone: 'utc' });
const FIRST = dayNumber(1800, 1, 1);
const LAST = dayNumber(2200, 12, 31);
const days = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9999, 12, 31) });

describe('civil calendar', () => {
  it('day 0 is Thursday 1970-01-01, and days that everybody knows have their numbers', () => {
    expect(civilDate(0)).toEqual({ year: 1970, month: 1, day: 1 });
    expect(weekday(0)).toBe(4);
    // Unix time of 2000-03-01T00:00Z is 951 868 800 s = 11 017 days.
    expect(dayNumber(2000, 3, 1)).toBe(11_017);
    // 1969-07-20, a Sunday: 165 days before 1970 (11 of July, 31, 30, 31, 30, 31 and 1).
    expect(dayNumber(1969, 7, 20)).toBe(-165);
    expect(weekday(-165)).toBe(7);
    expect(isoDate(dayNumber(2020, 2, 29))).toBe('2020-02-29');
  });

  it('agrees with luxon in UTC on every day from 1800 to 2200: date, weekday and month', () => {
    const wrong: number[] = [];
    for (let day = FIRST; day <= LAST; day++) {
      const oracle = luxonDay(day);
      const { year, month, day: dayOfMonth } = civilDate(day);
      const agrees =
        year === oracle.year &&
        month === oracle.month &&
        dayOfMonth === oracle.day &&
        weekday(day) === oracle.weekday &&
        monthNumber(day) === oracle.year * 12 + oracle.month - 1 &&
        dayNumber(year, month, dayOfMonth) === day;
      if (!agrees) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('agrees with luxon on any day from year 1 to 9999, as text too', () => {
    fc.assert(
      fc.property(days, (day) => {
        const text = luxonDay(day).toFormat('yyyy-MM-dd');
        expect(isoDate(day)).toBe(text);
        expect(parseIsoDate(text, 'here')).toBe(day);
      }),
    );
  });

  it.each([
    [1900, 28],
    [2000, 29],
    [2019, 28],
    [2020, 29],
    [2100, 28],
    [2400, 29],
  ])('February of %i ends on its %ith', (year, last) => {
    expect(civilDate(lastDayOfMonth(year * 12 + 1)).day).toBe(last);
    expect(lastDayOfMonth(year * 12 + 1) + 1).toBe(dayNumber(year, 3, 1));
  });

  it('month ends agree with luxon', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(isoDate(lastDayOfMonth(monthNumber(day)))).toBe(luxonDay(day).endOf('month').toFormat('yyyy-MM-dd'));
      }),
    );
  });

  it.each([
    ['2020-01-31', 1, '2020-02-29'],
    ['2019-01-31', 1, '2019-02-28'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2020-03-31', -1, '2020-02-29'],
    ['2020-12-15', 1, '2021-01-15'],
    ['2020-01-15', -1, '2019-12-15'],
    ['2020-05-31', 0, '2020-05-31'],
  ])('%s and %i months is %s: clamped to the end of a shorter month', (from, months, to) => {
    expect(isoDate(addMonths(parseIsoDate(from, 'here'), months))).toBe(to);
  });

  it('adds months as luxon does', () => {
    const middle = fc.integer({ min: FIRST, max: LAST });
    fc.assert(
      fc.property(middle, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        expect(isoDate(addMonths(day, months))).toBe(luxonDay(day).plus({ months }).toFormat('yyyy-MM-dd'));
      }),
    );
  });

  it('the previous weekday of Monday and Sunday is Friday, of any other day the day before', () => {
    // 2020-03-02 is a Monday.
    const monday = dayNumber(2020, 3, 2);
    expect([0, 1, 2, 3, 4, 5, 6].map((step) => previousWeekday(monday + step) - monday)).toEqual([
      -3, 0, 1, 2, 3, 4, 4,
    ]);
  });
});
