import { describeValue, InputError, type ReadonlyInt32Array } from '../core/index.js';
import { type Frequency, periodsPerYear } from './frequency.js';
import { isoDate, type IsoDate } from './iso-date.js';

/**
 * Strictly ascending period ends of one frequency: row *t* is the close of period *t*, row −1 is `base`.
 *
 * It travels with every series and panel, so no statistic ever takes or guesses the number of periods per year.
 */
export interface Calendar {
  readonly frequency: Frequency;
  /** 252, 52, 12, 4 or 1. */
  readonly periodsPerYear: number;
  /** Day number of the starting wealth: one period before the first return. */
  readonly base: number;
  /** Days since 1970-01-01 of the period ends. */
  readonly days: ReadonlyInt32Array;
  readonly length: number;
  /** Rows that cover less than their whole period (the running month of a resampled daily series, say). */
  readonly partialRows: readonly number[];
  /**
   * The row's day as `YYYY-MM-DD`; row −1 is the base.
   *
   * @throws InputError `option.range` for a row outside −1 … length − 1.
   */
  date(row: number): IsoDate;
  /** `{ frequency, base, dates, partialRows }` with ISO dates. */
  toJSON(): CalendarJson;
}

/** A calendar as plain JSON. */
export interface CalendarJson {
  readonly frequency: Frequency;
  readonly base: IsoDate;
  readonly dates: readonly IsoDate[];
  readonly partialRows: readonly number[];
}

/** Assembles a calendar from days that are already known to be right; the checks are in `makeCalendar`. */
export function assembleCalendar(
  frequency: Frequency,
  base: number,
  days: Int32Array,
  partialRows: readonly number[] = [],
): Calendar {
  const date = (row: number): IsoDate => {
    const day = row === -1 ? base : days[row];
    if (day === undefined) {
      throw new InputError(
        'option.range',
        `calendar.date: row ${describeValue(row)} is outside −1 … ${days.length - 1}; row −1 is the base.`,
        { row },
      );
    }
    return isoDate(day);
  };
  return Object.freeze({
    frequency,
    periodsPerYear: periodsPerYear[frequency],
    base,
    days,
    length: days.length,
    partialRows: Object.freeze([...partialRows]),
    date,
    toJSON: () => ({ frequency, base: isoDate(base), dates: Array.from(days, isoDate), partialRows: [...partialRows] }),
  });
}

/** The rows `from` to `to` (exclusive) of a calendar; its base is the row before. */
export function sliceCalendar(calendar: Calendar, from: number, to: number): Calendar {
  const base = from === 0 ? calendar.base : calendar.days[from - 1]!;
  const partial = calendar.partialRows.filter((row) => row >= from && row < to).map((row) => row - from);
  return assembleCalendar(calendar.frequency, base, calendar.days.slice(from, to), partial);
}

/** The latest row whose day is not after `day`; −1 if only the base is, −2 if not even the base is. */
export function rowOnOrBefore(calendar: Calendar, day: number): number {
  if (day < calendar.base) return -2;
  let low = -1;
  let high = calendar.length - 1;
  while (low < high) {
    const middle = low + ((high - low + 1) >> 1);
    if (calendar.days[middle]! <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether two calendars have the same frequency, base and rows. */
export function sameCalendar(a: Calendar, b: Calendar): boolean {
  if (a === b) return true;
  if (a.frequency !== b.frequency || a.base !== b.base || a.length !== b.length) return false;
  for (let row = 0; row < a.length; row++) if (a.days[row] !== b.days[row]) return false;
  return true;
}
