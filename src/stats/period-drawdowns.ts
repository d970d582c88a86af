import type { ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { drawdownsOf } from './drawdown-series.js';
import { path } from './observed.js';

/**
 * The drawdown at the end of every period of the life, one number for each return: the starting point, where it is 0 by definition, is
 * left out. NaN from a hole on, so the last one tells whether the whole path is known.
 */
export function periodDrawdowns(series: ReturnSeries, where: string): ReadonlyFloat64Array {
  return drawdownsOf(path(series, where)).subarray(1);
}

/** Whether there is a path, and no hole in it. */
export function isKnown(falls: ReadonlyFloat64Array): boolean {
  return falls.length > 0 && !Number.isNaN(falls.at(-1)!);
}
