import type { ReturnSeries } from '../panel/index.js';
import { lessBenchmark } from './active-returns.js';
import { countsOf } from './hit-counts.js';
import { ratio } from './rounding.js';

/**
 * The share of periods in which a series beat its benchmark: wins / n, a fraction. A tie is not a hit, but is in n.
 *
 * `hitCounts` gives the wins, ties and losses; print n beside the rate.
 *
 * *Undefined (NaN):* no common period.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (hit rate).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.03, 0.02], B: [0.01, 0.02] } });
 * console.log(hitRate(returns('A'), returns('B'))); // 0.5
 */
export function hitRate(series: ReturnSeries, benchmark: ReturnSeries): number {
  const { wins, periods } = countsOf(lessBenchmark(series, benchmark, 'hitRate'));
  return ratio(wins, periods);
}
