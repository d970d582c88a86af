import { assertReturnSeries, makeReturnSeries, pairWith, type ReturnSeries } from '../panel/index.js';
import { pairOf, together } from './pair-of.js';
import { cutRows } from './window-rows.js';

/** Two series over the rows from the first to the last that they have in common, on the first one's calendar, or on their common closes; NaN where one misses. */
export interface CommonPath {
  readonly series: ReturnSeries;
  readonly benchmark: ReturnSeries;
}

/**
 * What a path statistic of two series is computed from: the span that both live in. Inside it a return that either misses is missing in
 * both, so that what is compounded is the same time.
 */
export function commonPath(series: ReturnSeries, benchmark: ReturnSeries, where: string): CommonPath {
  assertReturnSeries(where, 'the series', series);
  assertReturnSeries(where, 'the benchmark', benchmark);
  const [given, rival] = together(series, benchmark);
  const { rows } = pairOf(series, benchmark, where);
  const first = rows[0] ?? 0;
  const last = rows.at(-1) ?? -1;
  const cut = cutRows(given, first, last);
  const own = cut.values.slice();
  const other = pairWith(given, rival, where).slice(first, last + 1);
  for (let row = 0; row < own.length; row++) {
    if (Number.isNaN(own[row]! + other[row]!)) own[row] = other[row] = NaN;
  }
  return {
    series: makeReturnSeries(series.name, cut.calendar, own, series.meta),
    benchmark: makeReturnSeries(benchmark.name, cut.calendar, other, benchmark.meta),
  };
}
