import { lastDayOf, partialRowsOf, type ReturnSeries } from '../panel/index.js';
import { addMonths, dayOf } from '../time/index.js';
import { path } from './observed.js';
import { growthOf } from './total-return.js';
import { trailingMonths } from './trailing-months.js';
import { type CheckedLength, rowsOfLength, windowLength, type WindowLength } from './window-length.js';
import { cutRows, lastMonthsOfDays } from './window-rows.js';

/** Sources date a month's end up to a weekend apart: a window that misses its months by more covers other months. */
const SAME_END = 5;

/**
 * What was earned over the last periods, months or years of a series: Π(1 + r) − 1 over that window, a fraction, never annualised.
 *
 * As of the last return, whenever that was. Months and years are rows on monthly, quarterly and annual calendars. On daily ones they begin with the last
 * close on or before the same day of the month those months ago, or with the last close of that month where no weekday of the last one is left: the year up to 2026-07-31
 * counts from the close of 2025-07-31. On weekly ones they are the fewest weeks that hold the months. `periodToDate` gives the usual windows.
 *
 * *Undefined (NaN):* the series is shorter; a hole inside the window; no run of rows covers those months, as where the last month is a part.
 *
 * @throws InputError `series.invalid`, `option.missing` (no length), `option.range` (two lengths, or one that is no whole number of the
 *   calendar's periods), `option.type`, `option.unknown`.
 * @see CFA Institute, Global Investment Performance Standards (2020), on returns for periods up to the most recent period end.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0.3, 0.5, -0.5] } });
 * console.log(trailingReturn(returns('A'), { years: 2 }), trailingReturn(returns('A'), { years: 4 })); // -0.25 NaN
 */
export function trailingReturn(series: ReturnSeries, window: WindowLength): number {
  const where = 'trailingReturn';
  const life = path(series, where);
  const length = windowLength(where, window);
  rowsOfLength(where, length, life.calendar);
  const rows = trailingRows(life, length);
  return rows === undefined ? NaN : growthOf(rows) - 1;
}

/** The last rows of a life that cover a length, no more and no less; undefined where there are none. */
export function trailingRows(life: ReturnSeries, length: CheckedLength): ReturnSeries | undefined {
  if ('periods' in length) {
    const first = life.values.length - length.periods;
    return first < 0 ? undefined : cutRows(life, first, life.values.length - 1);
  }
  if (life.calendar.frequency === 'daily') return lastMonthsOfDays(life, length.months);
  const window = trailingMonths(life, length.months);
  if (window === undefined || partialRowsOf(window).length === 0) return window;
  const over = addMonths(dayOf(window.calendar, -1), length.months) - lastDayOf(window);
  return Math.abs(over) <= SAME_END ? window : undefined;
}
