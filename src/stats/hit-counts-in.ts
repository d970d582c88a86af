import type { ReturnSeries } from '../panel/index.js';
import { lessBenchmark } from './active-returns.js';
import { type HitCounts, tally } from './hit-counts.js';
import { type Market, marketPair } from './in-market.js';

/** {@link HitCounts} of the periods in which the benchmark rose, or fell. */
export function hitCountsIn(market: Market, series: ReturnSeries, benchmark: ReturnSeries, where: string): HitCounts {
  const { rows } = marketPair(series, benchmark, market, where);
  const { values } = lessBenchmark(series, benchmark, where);
  const active = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) active[index] = values[rows[index]!]!;
  return tally(active);
}
