import { assertReturnSeries, lived, type ReturnSeries } from '../panel/index.js';

/** The returns that a sample statistic is computed from: all that are there, holes closed up. */
export function observed(series: ReturnSeries, where: string): Float64Array {
  assertReturnSeries(where, 'the series', series);
  const kept = series.values.slice();
  let count = 0;
  for (let row = 0; row < kept.length; row++) if (!Number.isNaN(kept[row]!)) kept[count++] = kept[row]!;
  return count === kept.length ? kept : kept.slice(0, count);
}

/** The series over its own life, which a path statistic is computed from: holes inside stay NaN and make the answer NaN. */
export function path(series: ReturnSeries, where: string): ReturnSeries {
  assertReturnSeries(where, 'the series', series);
  return lived(series);
}
