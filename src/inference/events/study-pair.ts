import {
  assertReturnSeries,
  commonRows,
  lifeOf,
  pairWith,
  partialRowsOf,
  type ReturnSeries,
} from '../../panel/index.js';
import { type Calendar, sliceCalendar } from '../../time/index.js';

/** A series and its benchmark over the time that both live, row by row; NaN where either has no return. */
export interface StudyPair {
  readonly calendar: Calendar;
  readonly own: Float64Array;
  readonly other: Float64Array;
  /** Before entry t: how many of the rows before row t cannot be in a window. One entry more than rows. */
  readonly unusable: Int32Array;
}

/** Lays a series and its benchmark side by side from their first to their last common row. */
export function studyPair(where: string, series: ReturnSeries, benchmark: ReturnSeries): StudyPair {
  assertReturnSeries(where, 'the series', series);
  assertReturnSeries(where, '"benchmark"', benchmark);
  const { rows } = commonRows(series, benchmark, where);
  const [from, to] = rows.length === 0 ? [0, 0] : [rows[0]!, rows.at(-1)! + 1];
  const calendar = sliceCalendar(series.calendar, from, to);
  const own = series.values.slice(from, to);
  const other = pairWith(series, benchmark, where).slice(from, to);
  const partial = new Set(partialRowsOf(series).map((row) => row - from));
  // A benchmark that ended inside the last period is a part of it too, also on the same calendar.
  const end = lifeOf(benchmark.values).last;
  const endsPartial = benchmark.calendar === series.calendar && partialRowsOf(benchmark).includes(end);
  if (endsPartial) partial.add(end - from);
  const unusable = new Int32Array(calendar.length + 1);
  for (let row = 0; row < calendar.length; row++) {
    const bad = Number.isNaN(own[row]!) || Number.isNaN(other[row]!) || partial.has(row);
    unusable[row + 1] = unusable[row]! + (bad ? 1 : 0);
  }
  return { calendar, own, other, unusable };
}
