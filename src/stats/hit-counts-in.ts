import { makeReturnSeries, type ReturnSeries } from '../panel/index.js';
import { lessBenchmark } from './active-returns.js';
import { countsOf, type HitCounts } from './hit-counts.js';
import { type Market, marketPair } from './in-market.js';

/** {@link HitCounts} of the periods in which the benchmark rose, or fell. */
export function hitCountsIn(market: Market, series: ReturnSeries, benchmark: ReturnSeries, where: string): HitCounts {
  const { rows } = marketPair(series, benchmark, market, where);
  const { name, calendar, values, meta } = lessBenchmark(series, benchmark, where);
  const active = new Float64Array(calendar.length).fill(NaN);
  for (const row of rows) active[row] = values[row]!;
  return countsOf(makeReturnSeries(name, calendar, active, meta));
}
