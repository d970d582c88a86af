import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCalendar, parseIsoDate, rowOnOrBefore, sameCalendar, sliceCalendar } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { HOLIDAYS_2020, weekdays } from '../support/weekdays.js';

const months = makeCalendar({ frequency: 'monthly', dates: ['2020-01', '2020-02', '2020-03', '2020-04'] });
const days = makeCalendar({ frequency: 'daily', dates: weekdays('2020-01-02', '2020-06-30', HOLIDAYS_2020) });

describe('Calendar', () => {
  it('row −1 is the base, and a row outside is an error', () => {
    expect(months.date(-1)).toBe('2019-12-31');
    expectInputError('option.range', ['row 4 is outside', '−1 … 3'], () => months.date(4));
    expectInputError('option.range', ['row -2 is outside'], () => months.date(-2));
  });

  it('is frozen, and its JSON makes the same calendar again', () => {
    expect(Object.isFrozen(months)).toBe(true);
    const { frequency, base, dates, partialRows } = JSON.parse(JSON.stringify(days)) as ReturnType<typeof days.toJSON>;
    expect(partialRows).toEqual([]);
    expect(sameCalendar(makeCalendar({ frequency, base, dates }), days)).toBe(true);
  });

  it('a slice has the row before it as its base', () => {
    const slice = sliceCalendar(months, 1, 3);
    expect([slice.date(-1), slice.date(0), slice.date(1), slice.length]).toEqual([
      '2020-01-31',
      '2020-02-29',
      '2020-03-31',
      2,
    ]);
    expect(sliceCalendar(months, 0, 4).base).toBe(months.base);
  });

  it('two calendars are the same when frequency, base and rows are', () => {
    const other = (dates: string[], base = '2019-12-31'): boolean =>
      sameCalendar(months, makeCalendar({ frequency: 'monthly', dates, base }));
    expect(other(['2020-01', '2020-02', '2020-03', '2020-04'])).toBe(true);
    expect(other(['2020-01', '2020-02', '2020-03', '2020-04'], '2019-12-30')).toBe(false);
    expect(other(['2020-01', '2020-02', '2020-03', '2020-04-29'])).toBe(false);
    expect(other(['2020-01', '2020-02', '2020-03'])).toBe(false);
  });

  it('finds the latest row not after a day as a search from the end does', () => {
    fc.assert(
      fc.property(fc.integer({ min: days.base - 5, max: days.days.at(-1)! + 5 }), (day) => {
        let slow = days.length - 1;
        while (slow >= 0 && days.days[slow]! > day) slow--;
        expect(rowOnOrBefore(days, day)).toBe(day < days.base ? -2 : slow);
      }),
    );
    expect(rowOnOrBefore(months, parseIsoDate('2020-02-28', 'here'))).toBe(0);
    expect(rowOnOrBefore(months, parseIsoDate('2020-02-29', 'here'))).toBe(1);
  });
});
