import { assertReturnSeries, lived, type ReturnSeries } from '../panel/index.js';

/** The returns that a sample statistic is computed from: all that are there, holes closed up. */
export function observed(series: ReturnSeries, where: string): Float64Array {
  assertReturnSeries(where, 'the series', series);
  return series.values.slice().filter((value) => !Number.isNaN(value));
}

/** The series over its own life, which a path statistic is computed from: holes inside stay NaN and make the answer NaN. */
export function path(series: ReturnSeries, where: string): ReturnSeries {
  assertReturnSeries(where, 'the series', series);
  return lived(series);
}
