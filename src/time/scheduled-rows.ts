import type { Calendar } from './calendar.js';
import { monthNumber, weekday } from './civil.js';
import { dayOf } from './row-days.js';
import type { Schedule } from './schedule.js';

/**
 * Whether a schedule falls on a row (−1 is the base), for a run whose first decision is on `first`.
 *
 * A month ends on the last row whose next row lies in another month. On the last row of the data there is no next row: the
 * month counts as ended when the next possible row, the next weekday (weekly: seven days later), lies in another month.
 * A schedule of drift or of changed targets falls on the rows on which it looks.
 */
export function isScheduled(schedule: Schedule, calendar: Calendar, row: number, first: number): boolean {
  switch (schedule.kind) {
    case 'once':
      return row === first;
    case 'daily':
      return true;
    case 'everyPeriods':
      return row === first || (row - first) % schedule.periods === schedule.offset;
    case 'monthly':
      return endsMonth(calendar, row);
    case 'quarterly':
      return endsMonth(calendar, row) && monthOf(calendar, row) % 3 === 0;
    case 'annually':
      return endsMonth(calendar, row) && monthOf(calendar, row) === schedule.month;
    case 'whenDrifted':
    case 'whenTargetChanges':
      return isScheduled(schedule.check, calendar, row, first);
  }
}

/**
 * The rows on which a strategy decides and can still trade: `first`, and every scheduled row after it up to the last row but one.
 *
 * @param first the first row where everything that the strategy declared is available, −1 for the base.
 * @param last the last row of the run; it is never among the answer (what is decided there is `nextTarget`).
 */
export function decisionRows(schedule: Schedule, calendar: Calendar, first: number, last: number): Int32Array {
  let known = rowsOf.get(calendar);
  if (known === undefined) rowsOf.set(calendar, (known = new Map<string, Int32Array>()));
  const key = `${first} ${last} ${JSON.stringify(schedule)}`;
  let rows = known.get(key);
  if (rows === undefined) {
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, (rows = findRows(schedule, calendar, first, last)));
  }
  return rows;
}

/** Decision rows that were worked out, by calendar, run and schedule: a sweep asks for the same ones again and again. */
const rowsOf = new WeakMap<Calendar, Map<string, Int32Array>>();
const MOST_KEPT = 500;

function findRows(schedule: Schedule, calendar: Calendar, first: number, last: number): Int32Array {
  const rows: number[] = first < last ? [first] : [];
  for (let row = first + 1; row < last; row++) if (isScheduled(schedule, calendar, row, first)) rows.push(row);
  return Int32Array.from(rows);
}

/** 1 to 12. */
const monthOf = (calendar: Calendar, row: number): number => (monthNumber(dayOf(calendar, row)) % 12) + 1;

function endsMonth(calendar: Calendar, row: number): boolean {
  const day = dayOf(calendar, row);
  const month = monthNumber(day);
  if (row + 1 < calendar.length) return monthNumber(dayOf(calendar, row + 1)) !== month;
  if (calendar.frequency === 'weekly') return monthNumber(day + 7) !== month;
  if (calendar.frequency !== 'daily') return true;
  const nextWeekday = day + (weekday(day) >= 5 ? 8 - weekday(day) : 1);
  return monthNumber(nextWeekday) !== month;
}
