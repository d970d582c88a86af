import { lastDayOf, makeReturnSeries, partialRowsOf, type ReturnSeries } from '../panel/index.js';
import { addMonths, periodSpan, rowOnOrBefore, sliceCalendar, weekday } from '../time/index.js';

/**
 * The last `months` months of a series that begins and ends with a return; undefined where it is shorter.
 *
 * Coarse calendars count rows. Daily and weekly ones, and coarse ones with partial rows (a stub of a month is no month), begin at the latest row from which the months are full: no later row
 * could still lie inside them. So Friday 2022-12-30 to Friday 2023-12-29 is a whole year, though it has 364 days.
 */
export function trailingMonths(life: ReturnSeries, months: number): ReturnSeries | undefined {
  const first = firstRow(life, months);
  if (first < 0) return undefined;
  if (first === 0) return life;
  const calendar = sliceCalendar(life.calendar, first, life.calendar.length);
  return makeReturnSeries(life.name, calendar, life.values.slice(first), life.meta);
}

/** Whether a series that begins and ends with a return covers a year: under one, nothing is compounded to a yearly figure. */
export function coversYear(life: ReturnSeries): boolean {
  return firstRow(life, 12) >= 0;
}

/** The row with which the last `months` months begin (its base is the row before); −1 where the series is too short. */
function firstRow(life: ReturnSeries, months: number): number {
  const { frequency, length, periodsPerYear, days, base: start } = life.calendar;
  const coarse = frequency !== 'daily' && frequency !== 'weekly';
  const partial = partialRowsOf(life);
  if (coarse && partial.length === 0) return Math.max(-1, length - Math.ceil((months / 12) * periodsPerYear));
  const whole = (row: number): boolean => coarse && !partial.includes(row);
  const last = lastDayOf(life);
  const next = whole(length - 1) ? periodSpan(frequency, last).last + 1 : nextPossibleDay(frequency, last);
  /** The day of the wealth with which the row after `row` begins; a whole period begins where the one before ends. */
  const dayOf = (row: number): number =>
    whole(row + 1) ? periodSpan(frequency, days[row + 1]!).before : row < 0 ? start : days[row]!;
  let base = coarse ? length - 2 : rowOnOrBefore(life.calendar, addMonths(next, -months));
  while (base >= -1 && addMonths(dayOf(base), months) >= next) base--;
  return base + 1;
}

/** The earliest day on which another row could follow. */
function nextPossibleDay(frequency: string, day: number): number {
  if (frequency === 'weekly') return day + 7;
  return day + (weekday(day) >= 5 ? 8 - weekday(day) : 1);
}
