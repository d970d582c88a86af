import { makeReturnSeries, partialRowsOf, type ReturnSeries } from '../panel/index.js';
import {
  addMonths,
  type Calendar,
  lastDayOfMonth,
  monthNumber,
  rowOnOrBefore,
  sliceCalendar,
  weekday,
} from '../time/index.js';
import { trailingMonths } from './trailing-months.js';
import { type CheckedLength, rowsOfLength } from './window-length.js';

/** More days than a window of months by dates can begin before its nominal first day. */
const MARGIN = 10;

/**
 * For every row of a series that begins and ends with a return, the first row of the window that ends there; −1 where the series is too
 * short for one. Months are rows on coarse calendars, dates on daily ones (`startByDate`), and those of `trailingMonths` on weekly ones and where
 * a row is partial.
 */
export function windowStarts(life: ReturnSeries, length: CheckedLength, where: string): Int32Array {
  const { calendar } = life;
  const rows = rowsOfLength(where, length, calendar);
  const starts = new Int32Array(calendar.length);
  const byRows = 'periods' in length || (rows !== undefined && partialRowsOf(life).length === 0);
  if (!byRows && calendar.frequency === 'daily') return startsByDate(calendar, length.months);
  for (let row = 0; row < starts.length; row++) {
    starts[row] = byRows ? Math.max(-1, row - rows! + 1) : startOfMonths(life, row, length.months);
  }
  return starts;
}

function startOfMonths(life: ReturnSeries, row: number, months: number): number {
  const { calendar, meta } = life;
  const early = rowOnOrBefore(calendar, addMonths(calendar.days[row]!, -months) - MARGIN) + 1;
  const near = sliceCalendar(calendar, Math.max(0, early), row + 1);
  // Only the dates count: without missing values, the rows of the window are those of a life.
  const window = trailingMonths(makeReturnSeries('', near, new Float64Array(near.length), meta), months);
  return window === undefined ? -1 : row + 1 - window.calendar.length;
}

/**
 * The first row of the months that end with a row of a daily calendar: they begin with the last close on or before the same day of the month
 * those months ago, or its last day where no weekday of the row's month is left. So a year up to Friday 2023-12-29 counts from Friday 2022-12-30. −1 where
 * there is no such close.
 */
export function startByDate(calendar: Calendar, row: number, months: number): number {
  const day = calendar.days[row]!;
  const monthEnd = monthNumber(nextWeekday(day)) > monthNumber(day);
  const base = rowOnOrBefore(calendar, monthEnd ? lastDayOfMonth(monthNumber(day) - months) : addMonths(day, -months));
  return Math.max(-1, base + 1);
}

/** {@link startByDate} of every row: months are looked up once, and the bases, which only move forward, are walked along. */
function startsByDate({ base, days, length }: Calendar, months: number): Int32Array {
  const starts = new Int32Array(length);
  let [begin, end, baseBegin, baseEnd] = [0, -Infinity, 0, 0];
  let next = 0;
  for (let row = 0; row < length; row++) {
    const day = days[row]!;
    if (day > end) {
      const month = monthNumber(day);
      [begin, end] = [lastDayOfMonth(month - 1) + 1, lastDayOfMonth(month)];
      [baseBegin, baseEnd] = [lastDayOfMonth(month - months - 1) + 1, lastDayOfMonth(month - months)];
    }
    const latest = nextWeekday(day) > end ? baseEnd : Math.min(baseBegin + day - begin, baseEnd);
    while (days[next]! <= latest) next++;
    starts[row] = latest < base ? -1 : next;
  }
  return starts;
}

/** The next Monday-to-Friday day. */
export const nextWeekday = (day: number): number => day + (weekday(day) >= 5 ? 8 - weekday(day) : 1);

/** The last months of a series of daily returns that begins and ends with one, by {@link startByDate}; undefined where it is shorter. */
export function lastMonthsOfDays(life: ReturnSeries, months: number): ReturnSeries | undefined {
  const last = life.calendar.length - 1;
  const first = last < 0 ? -1 : startByDate(life.calendar, last, months);
  return first < 0 ? undefined : cutRows(life, first, last);
}

/** The rows `first` to `last` of a series. */
export function cutRows(series: ReturnSeries, first: number, last: number): ReturnSeries {
  const calendar = sliceCalendar(series.calendar, first, last + 1);
  return makeReturnSeries(series.name, calendar, series.values.slice(first, last + 1), series.meta);
}

/** {@link countApart} of windows given by the first row of the one that ends on each row, −1 where there is none. */
export function countApartByStart(starts: Int32Array): number {
  let [count, free] = [0, 0];
  for (let last = 0; last < starts.length; last++) {
    if (starts[last]! < free) continue;
    count++;
    free = last + 1;
  }
  return count;
}

/** How many of some windows have no row in common: the first, the next one that begins after its end, and so on. */
export function countApart(windows: readonly { readonly first: number; readonly last: number }[]): number {
  let [count, free] = [0, -1];
  for (const { first, last } of windows) {
    if (first < free) continue;
    count++;
    free = last + 1;
  }
  return count;
}
