import type { ReturnSeries } from '../panel/index.js';
import { periodDrawdowns } from './period-drawdowns.js';
import { mean } from './sample-statistics.js';

/**
 * How deep wealth is under water on average: Σ |Dₜ| / n, the mean size of the drawdown at the end of each of n periods. A fraction ≥ 0.
 *
 * A magnitude, as the ulcer index is, and never larger than it. n counts the returns, those at a peak included; the starting point does not count.
 * 0 where wealth never fell.
 *
 * *Undefined (NaN):* a hole inside the life; no returns.
 *
 * @throws InputError `series.invalid`.
 * @see Becker, T. (2006), Zephyr Associates, by Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., p. 89.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [-0.5, 1, 0.25, 0] } });
 * console.log(painIndex(returns('A'))); // 0.125
 */
export function painIndex(series: ReturnSeries): number {
  // 0 − x, not −x: a path that never fell has the pain 0, not −0.
  return 0 - mean(periodDrawdowns(series, 'painIndex'));
}
