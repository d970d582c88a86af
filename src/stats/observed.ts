import type { ReadonlyFloat64Array } from '../core/index.js';
import { assertReturnSeries, lived, type ReturnSeries } from '../panel/index.js';
import { shared } from './shared.js';

/** The returns that a sample statistic is computed from: all that are there, holes closed up. */
export function observed(series: ReturnSeries, where: string): ReadonlyFloat64Array {
  assertReturnSeries(where, 'the series', series);
  const { values } = series;
  return shared('observed', [values], () => {
    if (firstHole(values) < 0) return values;
    const kept = values.slice();
    let count = 0;
    for (let row = 0; row < kept.length; row++) if (!Number.isNaN(kept[row]!)) kept[count++] = kept[row]!;
    return kept.slice(0, count);
  });
}

/** The first row without a return; −1 where every row has one. */
export function firstHole(values: ReadonlyFloat64Array): number {
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row]!)) return row;
  return -1;
}

/** The series over its own life, which a path statistic is computed from: holes inside stay NaN and make the answer NaN. */
export function path(series: ReturnSeries, where: string): ReturnSeries {
  assertReturnSeries(where, 'the series', series);
  return shared('life', [series], () => lived(series));
}
