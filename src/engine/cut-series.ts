import { makeReturnSeries, pairWith, type ReturnSeries } from '../panel/index.js';
import { sliceCalendar } from '../time/index.js';

/** The rows `from` to `to` (exclusive) of a series; the series itself where that is all of it. */
export function cutSeries(series: ReturnSeries, from: number, to: number): ReturnSeries {
  const { name, calendar, values, meta } = series;
  if (from === 0 && to === calendar.length) return series;
  return makeReturnSeries(name, sliceCalendar(calendar, from, to), values.slice(from, to), meta);
}

/** Two series from the first to the last row on which both have a return, on the first one's calendar; null where there is none. */
export function cutToCommon(
  series: ReturnSeries,
  other: ReturnSeries,
  where: string,
): readonly [ReturnSeries, ReturnSeries] | null {
  const column = pairWith(series, other, where);
  const both = (value: number, row: number): boolean => !Number.isNaN(value) && !Number.isNaN(series.values[row]!);
  const first = column.findIndex(both);
  if (first < 0) return null;
  const last = column.findLastIndex(both);
  const beside = makeReturnSeries(other.name, series.calendar, column, other.meta);
  return [cutSeries(series, first, last + 1), cutSeries(beside, first, last + 1)];
}
