import type { ReturnSeries } from '../panel/index.js';
import { hitCountsIn } from './hit-counts-in.js';
import type { HitCounts } from './hit-counts.js';

/**
 * Counts the periods of a rising benchmark (b > 0) in which a series was ahead of it, level with it and behind it.
 *
 * `periods` is their number, wins + ties + losses. Within 1e-14 of 0 an active return is a tie, and a benchmark return neither up
 * nor down. Rows where either has no return are skipped.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Bacon, C. R. (2004), Practical Portfolio Performance Measurement and Attribution, p. 47 (up and down percentage ratio).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, 0.02, -0.03, -0.01], B: [0.01, 0.02, -0.02, -0.02] } });
 * console.log(JSON.stringify(upHitCounts(returns('A'), returns('B')))); // {"wins":1,"ties":1,"losses":0,"periods":2}
 */
export function upHitCounts(series: ReturnSeries, benchmark: ReturnSeries): HitCounts {
  return hitCountsIn('up', series, benchmark, 'upHitCounts');
}
