import type { ReturnSeries } from '../panel/index.js';
import { hitCountsIn } from './hit-counts-in.js';
import { ratio } from './rounding.js';

/**
 * The share of the periods of a falling benchmark (b < 0) in which a series beat it: wins / n, a fraction. A tie is not a hit, but is in n.
 *
 * The batting average in down markets. `downHitCounts` gives the wins, ties and losses; print n beside the rate. That the series itself
 * fell is another question. A benchmark return of 0 (within 1e-14) is in neither market. Rows where either has no return are skipped.
 *
 * *Undefined (NaN):* no period in which the benchmark fell.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Bacon, C. R. (2004), Practical Portfolio Performance Measurement and Attribution, p. 47 (up and down percentage ratio).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, 0.02, -0.03, -0.01], B: [0.01, 0.02, -0.02, -0.02] } });
 * console.log(downHitRate(returns('A'), returns('B'))); // 0.5
 */
export function downHitRate(series: ReturnSeries, benchmark: ReturnSeries): number {
  const { wins, periods } = hitCountsIn('down', series, benchmark, 'downHitRate');
  return ratio(wins, periods);
}
