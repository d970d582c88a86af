import { InputError } from '../core/index.js';
import { type Calendar, countsDays, periodNumber, sameCalendar, sliceCalendar } from '../time/index.js';
import { closesOf, compounded, inBoth } from './common-closes.js';
import { lifeOf } from './life.js';
import { lastDayOf, partialRowsOf } from './partial-rows.js';
import { makeReturnSeries, type ReturnSeries } from './return-series.js';

/** A column of one calendar laid on another of the same frequency, matched by period; NaN where it has no row. */
export function alignedColumn(target: Calendar, source: Calendar, column: ArrayLike<number>): Float64Array {
  const aligned = new Float64Array(target.length).fill(NaN);
  let from = 0;
  for (let row = 0; row < target.length; row++) {
    const period = periodNumber(target.frequency, target.days[row]!);
    while (from < source.length && periodNumber(source.frequency, source.days[from]!) < period) from++;
    if (from < source.length && periodNumber(source.frequency, source.days[from]!) === period)
      aligned[row] = column[from]!;
  }
  return aligned;
}

/**
 * The returns of a series on another calendar's rows; NaN where it has none.
 *
 * @throws InputError `calendar.mismatch` when the frequencies differ.
 */
export function alignTo(calendar: Calendar, series: ReturnSeries, where: string): Float64Array {
  if (sameCalendar(calendar, series.calendar)) return series.values.slice();
  if (calendar.frequency !== series.calendar.frequency) {
    throw new InputError(
      'calendar.mismatch',
      `${where}: "${series.name}" is ${series.calendar.frequency}, but ${calendar.frequency} returns are needed. Use resample(panel, …) on the finer data.`,
      { where, series: series.name, found: series.calendar.frequency, expected: calendar.frequency },
    );
  }
  return alignedColumn(calendar, series.calendar, series.values.slice());
}

/** Sources date one period up to a weekend apart, so days as near as this are the same end. */
const SAME_END = 3;

/**
 * The returns of another series beside those of a first one, on the first one's rows; NaN where it has none, and where the two
 * calendars cover different parts of the period: a row that is partial in one and whole in the other is no pair.
 *
 * On daily and weekly calendars a pair runs from and to the same closes: rows of the other series that lie inside one of the first are
 * compounded, and a row of the first that begins or ends on a day that the other has no close on is no pair (`onCommonCloses` of both makes it a part of one). Weekly
 * series without any close in common, dated on different weekdays throughout, are matched by week.
 *
 * @throws InputError `calendar.mismatch` when the frequencies differ.
 */
export function pairWith(series: ReturnSeries, other: ReturnSeries, where: string): Float64Array {
  const { calendar } = series;
  const column = alignTo(calendar, other, where);
  if (sameCalendar(calendar, other.calendar)) return column;
  if (countsDays(calendar)) {
    const between = betweenCloses(closesOf(series), other);
    if (between !== undefined) return between;
  }
  const parts = partsOf(series);
  const otherParts = partsOf(other);
  if (parts.size === 0 && otherParts.size === 0) return column;
  for (let row = 0; row < column.length; row++) {
    const period = periodNumber(calendar.frequency, calendar.days[row]!);
    const [part, otherPart] = [parts.get(period), otherParts.get(period)];
    if (part === undefined && otherPart === undefined) continue;
    const same =
      part !== undefined &&
      otherPart !== undefined &&
      Math.abs(part.after - otherPart.after) <= SAME_END &&
      Math.abs(part.to - otherPart.to) <= SAME_END;
    if (!same) column[row] = NaN;
  }
  return column;
}

/** The returns of a series between closes of another; NaN where it has not both. Undefined where it has none of them. */
function betweenCloses(closes: Int32Array, other: ReturnSeries): Float64Array | undefined {
  const own = closesOf(other);
  if (inBoth(closes, own).length === 0) return undefined;
  const values = new Float64Array(closes.length - 1).fill(NaN);
  let start = 0;
  for (let row = 0; row < values.length; row++) {
    while (start < own.length && own[start]! < closes[row]!) start++;
    if (own[start] !== closes[row]) continue;
    let end = start;
    while (end < own.length && own[end]! < closes[row + 1]!) end++;
    if (own[end] === closes[row + 1]) values[row] = compounded(other.values, start, end);
  }
  return values;
}

/** The days that the partial rows of a series cover, by the number of their period. */
function partsOf(series: ReturnSeries): Map<number, { readonly after: number; readonly to: number }> {
  const { frequency, days, base } = series.calendar;
  const { last } = lifeOf(series.values);
  return new Map(
    partialRowsOf(series).map((row) => [
      periodNumber(frequency, days[row]!),
      { after: row === 0 ? base : days[row - 1]!, to: row === last ? lastDayOf(series) : days[row]! },
    ]),
  );
}

/** A series over its own life: without the rows before its first and after its last return. Empty if it has none. */
export function lived(series: ReturnSeries): ReturnSeries {
  const { first, last } = lifeOf(series.values);
  if (first === 0 && last === series.values.length - 1) return series;
  const calendar = first < 0 ? sliceCalendar(series.calendar, 0, 0) : sliceCalendar(series.calendar, first, last + 1);
  return makeReturnSeries(
    series.name,
    calendar,
    first < 0 ? new Float64Array(0) : series.values.slice(first, last + 1),
    series.meta,
  );
}

/** Two series on their common rows: those on which both have a return, gaps closed up. */
export interface CommonRows {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly calendar: Calendar;
  /** The rows of `calendar` that the numbers come from. */
  readonly rows: Int32Array;
}

/** Pairs two series row by row: `calendar` is the first series' own; rows where either has no return, or only one of the two is partial, are left out. */
export function commonRows(a: ReturnSeries, b: ReturnSeries, where: string): CommonRows {
  const other = pairWith(a, b, where);
  const length = a.values.length;
  const pair = { a: new Float64Array(length), b: new Float64Array(length), rows: new Int32Array(length) };
  let count = 0;
  for (let row = 0; row < length; row++) {
    const own = a.values[row]!;
    const beside = other[row]!;
    if (Number.isNaN(own) || Number.isNaN(beside)) continue;
    pair.a[count] = own;
    pair.b[count] = beside;
    pair.rows[count++] = row;
  }
  return {
    a: pair.a.subarray(0, count),
    b: pair.b.subarray(0, count),
    calendar: a.calendar,
    rows: pair.rows.subarray(0, count),
  };
}
