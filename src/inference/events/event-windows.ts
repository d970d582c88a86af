import {
  addMonths,
  type Calendar,
  dayOf,
  lastDayOfMonth,
  monthNumber,
  periodNumber,
  rowOnOrBefore,
  weekday,
} from '../../time/index.js';
import { type EventHorizon, rowsOfHorizon } from './event-horizon.js';
import type { StudyPair } from './study-pair.js';

/** The rows of a window; both ends belong to it. */
export interface EventWindow {
  readonly first: number;
  readonly last: number;
}

/** Why an event has no figure: known before the data begin; the data end before its window does; a return is missing inside it, or a period is not whole. */
export type Exclusion = 'before the data' | 'truncated' | 'incomplete';

/**
 * The row at whose close an event is known; −1 is the base, −2 before it. On monthly and coarser calendars, and on weekly ones, the period of that day, so
 * that a window begins with the next whole period; on daily ones the last row on or before it.
 */
export function eventRow(calendar: Calendar, day: number): number {
  if (calendar.length === 0) return -2;
  if (calendar.frequency === 'daily') return rowOnOrBefore(calendar, day);
  const { frequency, days } = calendar;
  return Math.max(-2, periodNumber(frequency, day) - periodNumber(frequency, days[0]!));
}

/** The window of a horizon after the close of each row of a pair, from −1 on; or why there is none. */
export function windowsAfter(
  where: string,
  { calendar, unusable }: StudyPair,
  horizon: EventHorizon,
): (row: number) => EventWindow | Exclusion {
  const rows = rowsOfHorizon(where, horizon, calendar);
  const lastOf = (row: number): number => (rows === undefined ? lastByDate(calendar, row, horizon.count) : row + rows);
  return (row) => {
    if (row < -1) return 'before the data';
    if (row >= calendar.length - 1) return 'truncated';
    const window = { first: row + 1, last: lastOf(row) };
    if (window.last >= calendar.length) return 'truncated';
    return unusable[window.last + 1] === unusable[window.first] ? window : 'incomplete';
  };
}

/**
 * The last row of the months after the close of a row, by the dates: the last close on or before the same day of the month so many months later, or the
 * last day of that month where the row ends its own: where the next row is of a later month, whatever days exchanges were closed. `calendar.length` where the data do
 * not reach so far; at their end a month counts as whole when one weekday is missing, for which exchanges may have been closed.
 */
function lastByDate(calendar: Calendar, row: number, months: number): number {
  const day = dayOf(calendar, row);
  const endsMonth = calendar.frequency === 'daily' && monthNumber(dayOf(calendar, row + 1)) > monthNumber(day);
  const target = endsMonth ? lastDayOfMonth(monthNumber(day) + months) : addMonths(day, months);
  const end = dayOf(calendar, calendar.length - 1);
  const next = calendar.frequency === 'daily' ? nextWeekday(endsMonth ? nextWeekday(end) : end) : end + 7;
  return next <= target ? calendar.length : rowOnOrBefore(calendar, target);
}

const nextWeekday = (day: number): number => day + (weekday(day) >= 5 ? 8 - weekday(day) : 1);
