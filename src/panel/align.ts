import { InputError } from '../core/index.js';
import { type Calendar, periodNumber, sameCalendar, sliceCalendar } from '../time/index.js';
import { lifeOf } from './life.js';
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

/** Pairs two series row by row: `calendar` is the first series' own; rows where either has no return are left out. */
export function commonRows(a: ReturnSeries, b: ReturnSeries, where: string): CommonRows {
  const other = alignTo(a.calendar, b, where);
  const rows: number[] = [];
  for (let row = 0; row < a.values.length; row++) {
    if (!Number.isNaN(a.values[row]!) && !Number.isNaN(other[row]!)) rows.push(row);
  }
  return {
    a: Float64Array.from(rows, (row) => a.values[row]!),
    b: Float64Array.from(rows, (row) => other[row]!),
    calendar: a.calendar,
    rows: Int32Array.from(rows),
  };
}
