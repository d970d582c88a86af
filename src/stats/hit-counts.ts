import type { ReturnSeries } from '../panel/index.js';
import { lessBenchmark } from './active-returns.js';
import { observed } from './observed.js';
import { ROUNDING } from './rounding.js';
import type { Numbers } from './sample-statistics.js';

/** How often a series was ahead of its benchmark, level with it and behind it. */
export interface HitCounts {
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** Common periods: wins + ties + losses. */
  readonly periods: number;
}

/**
 * Counts the periods with an active return above, at and below 0. Within 1e-14 of 0 is a tie, since that is rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (hit rate).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [0.03, 0.02, 0.01], B: [0.01, 0.02, 0.03] } });
 * console.log(JSON.stringify(hitCounts(returns('A'), returns('B')))); // {"wins":1,"ties":1,"losses":1,"periods":3}
 */
export function hitCounts(series: ReturnSeries, benchmark: ReturnSeries): HitCounts {
  return countsOf(lessBenchmark(series, benchmark, 'hitCounts'));
}

/** {@link hitCounts} of active returns. */
export function countsOf(active: ReturnSeries): HitCounts {
  return tally(observed(active, 'hitCounts'));
}

/** Counts active returns above, at and below 0. */
export function tally(active: Numbers): HitCounts {
  let [wins, losses] = [0, 0];
  for (let row = 0; row < active.length; row++) {
    // No branches: they would go either way.
    wins += Number(active[row]! > ROUNDING);
    losses += Number(active[row]! < -ROUNDING);
  }
  return Object.freeze({ wins, ties: active.length - wins - losses, losses, periods: active.length });
}
