import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  annually,
  once,
  type Calendar,
  daily,
  decisionRows,
  everyPeriods,
  isScheduled,
  makeCalendar,
  monthly,
  quarterly,
  type Schedule,
} from '../../src/time/index.js';
import { HOLIDAYS_2020, weekdays } from '../support/weekdays.js';

const months = makeCalendar({
  frequency: 'monthly',
  dates: Array.from({ length: 15 }, (_, month) =>
    DateTime.utc(2020, 1, 31).plus({ months: month }).toFormat('yyyy-MM'),
  ),
});
const days = makeCalendar({
  frequency: 'daily',
  dates: weekdays('2020-01-02', '2020-06-30', HOLIDAYS_2020),
  base: '2019-12-31',
});
const upTo = (last: string): Calendar =>
  makeCalendar({ frequency: 'daily', dates: weekdays('2020-01-02', last, HOLIDAYS_2020) });
const dates = (calendar: Calendar, rows: Iterable<number>): string[] => Array.from(rows, (row) => calendar.date(row));
const decided = (schedule: Schedule, calendar: Calendar, first = -1): string[] =>
  dates(calendar, decisionRows(schedule, calendar, first, calendar.length - 1));

describe('scheduled rows', () => {
  it('month ends of a daily calendar are its last trading days: 2020-02-28, not the 29th, a Saturday', () => {
    expect(decided(monthly(), days)).toEqual([
      '2019-12-31',
      '2020-01-31',
      '2020-02-28',
      '2020-03-31',
      '2020-04-30',
      '2020-05-29',
    ]);
  });

  it('agree with a slow search over the dates', () => {
    const all = Array.from({ length: days.length }, (_, row) => days.date(row));
    const slow = all.filter((date, row) => all[row + 1]?.slice(0, 7) !== date.slice(0, 7));
    const rows = Array.from({ length: days.length }, (_, row) => row).filter((row) =>
      isScheduled(monthly(), days, row, 0),
    );
    expect(dates(days, rows)).toEqual(slow);
  });

  it('every row of a monthly calendar ends a month, the last one too', () => {
    for (let row = -1; row < months.length; row++) expect(isScheduled(monthly(), months, row, -1)).toBe(true);
  });

  it('quarters end in March, June, September and December; years in the month that is named', () => {
    expect(decided(quarterly(), months, 0)).toEqual([
      '2020-01-31',
      '2020-03-31',
      '2020-06-30',
      '2020-09-30',
      '2020-12-31',
    ]);
    expect(decided(annually(), months, 0)).toEqual(['2020-01-31', '2020-12-31']);
    expect(decided(annually({ month: 6 }), months, 2)).toEqual(['2020-03-31', '2020-06-30']);
    expect(decided(annually({ month: 2 }), days)).toEqual(['2019-12-31', '2020-02-28']);
  });

  it('the base can be a month end: 2019-12-31 before 2020-01-02 is, 2020-01-02 before 2020-01-03 is not', () => {
    expect(isScheduled(monthly(), days, -1, -1)).toBe(true);
    const later = makeCalendar({
      frequency: 'daily',
      dates: weekdays('2020-01-03', '2020-02-28', HOLIDAYS_2020),
      base: '2020-01-02',
    });
    expect(isScheduled(monthly(), later, -1, -1)).toBe(false);
    expect(decided(monthly(), later)).toEqual(['2020-01-02', '2020-01-31']);
  });

  it.each([
    ['2020-05-29', true, 'Friday, the month ends on Sunday'],
    ['2020-05-28', false, 'Thursday, Friday is left'],
    ['2020-06-30', true, 'Tuesday, the last day'],
    ['2020-02-28', true, 'Friday, only Saturday is left'],
    ['2020-03-30', false, 'Monday, Tuesday is left'],
  ])('on the last row %s a month has ended: %s (%s)', (last, ended) => {
    const calendar = upTo(last);
    expect(isScheduled(monthly(), calendar, calendar.length - 1, -1)).toBe(ended);
  });

  it('the last row of a weekly calendar ends a month when the week after lies in another', () => {
    const weeks = (last: string): Calendar =>
      makeCalendar({ frequency: 'weekly', dates: ['2020-03-06', '2020-03-13', '2020-03-20', last] });
    const scheduled = (last: string): boolean => isScheduled(monthly(), weeks(last), 3, -1);
    // The row after Friday 2020-03-27 would be Friday 2020-04-03, that after Tuesday 2020-03-24 Tuesday 2020-03-31.
    expect([scheduled('2020-03-27'), scheduled('2020-03-24')]).toEqual([true, false]);
  });

  it('the first decision falls on the first possible row, whatever the schedule; none falls on the last', () => {
    for (const schedule of [once(), monthly(), quarterly(), annually(), everyPeriods(4)]) {
      expect(decided(schedule, days, 7)[0]).toBe(days.date(7));
      expect(decided(schedule, days, 7)).not.toContain(days.date(days.length - 1));
    }
    expect(decided(daily(), days, -1).length).toBe(days.length);
  });

  it('a first row that is also scheduled is decided once; a run of no period decides nothing', () => {
    expect(decided(monthly(), months, 3).slice(0, 2)).toEqual(['2020-04-30', '2020-05-31']);
    expect(Array.from(decisionRows(monthly(), months, 14, 14))).toEqual([]);
    expect(decided(once(), months, -1)).toEqual(['2019-12-31']);
  });

  it('every n-th period is counted from the first decision', () => {
    expect(Array.from(decisionRows(everyPeriods(3), months, -1, 14))).toEqual([-1, 2, 5, 8, 11]);
    expect(Array.from(decisionRows(everyPeriods(3), months, 1, 14))).toEqual([1, 4, 7, 10, 13]);
    expect(Array.from(decisionRows(everyPeriods(1), months, 10, 14))).toEqual([10, 11, 12, 13]);
  });

  it('a run ends where it is told to: the last row of the run is not decided, scheduled or not', () => {
    expect(dates(months, decisionRows(quarterly(), months, 0, 5))).toEqual(['2020-01-31', '2020-03-31']);
  });
});
