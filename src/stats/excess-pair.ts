import { assertReturnSeries, type CommonRows, type ReturnSeries } from '../panel/index.js';
import { lessCash } from './excess-returns.js';
import { pairOf } from './pair-of.js';

/** Excess returns of a series and its benchmark on the rows where both, and cash, have a return. */
export function excessPair(
  series: ReturnSeries,
  benchmark: ReturnSeries,
  riskFree: ReturnSeries | undefined,
  where: string,
): CommonRows {
  assertReturnSeries(where, 'the benchmark', benchmark);
  return pairOf(lessCash(series, riskFree, where), lessCash(benchmark, riskFree, where), where);
}
