import { makeReturnSeries, type ReturnSeries } from '../panel/index.js';
import { addMonths, type Calendar, rowOnOrBefore, sliceCalendar, weekday } from '../time/index.js';

/**
 * The last `months` months of a series that begins and ends with a return; undefined where it is shorter.
 *
 * Coarse calendars count rows. Daily and weekly ones begin at the latest row from which the months are full: no later row
 * could still lie inside them. So Friday 2022-12-30 to Friday 2023-12-29 is a whole year, though it has 364 days.
 */
export function trailingMonths(life: ReturnSeries, months: number): ReturnSeries | undefined {
  const first = firstRow(life.calendar, months);
  if (first < 0) return undefined;
  if (first === 0) return life;
  const calendar = sliceCalendar(life.calendar, first, life.calendar.length);
  return makeReturnSeries(life.name, calendar, life.values.slice(first), life.meta);
}

/** Whether a series that begins and ends with a return covers a year: under one, nothing is compounded to a yearly figure. */
export function coversYear(life: ReturnSeries): boolean {
  return firstRow(life.calendar, 12) >= 0;
}

/** The row with which the last `months` months begin (its base is the row before); −1 where the calendar is too short. */
function firstRow(calendar: Calendar, months: number): number {
  const { frequency, length, periodsPerYear } = calendar;
  if (length === 0) return -1;
  if (frequency !== 'daily' && frequency !== 'weekly')
    return Math.max(-1, length - Math.ceil((months / 12) * periodsPerYear));
  const last = calendar.days[length - 1]!;
  const next = frequency === 'weekly' ? last + 7 : last + (weekday(last) >= 5 ? 8 - weekday(last) : 1);
  const dayOf = (row: number): number => (row < 0 ? calendar.base : calendar.days[row]!);
  let base = rowOnOrBefore(calendar, addMonths(next, -months));
  while (base >= -1 && addMonths(dayOf(base), months) >= next) base--;
  return base + 1;
}
