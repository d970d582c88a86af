import type { ReturnSeries } from '../panel/index.js';
import { type MinimumAcceptableReturnOption, minimumAcceptableReturnOf } from './downside-deviation.js';
import { meanBelow } from './downside-potential.js';
import { observed } from './observed.js';
import { ratio } from './rounding.js';
import type { Numbers } from './sample-statistics.js';
import { meanAbove } from './upside-potential.js';

/**
 * What was won over a target per unit of what was missed of it: Σ max(r − MAR, 0) / Σ max(MAR − r, 0). A pure number ≥ 0.
 *
 * 1 where the mean return is the target. It is computed from the returns themselves: the areas over and under their empirical
 * distribution, without smoothing. The target MAR is per period. Holes are skipped. Not annualised.
 *
 * *Undefined (NaN):* no return below the target by more than rounding; no returns.
 *
 * @throws InputError `series.invalid`, `option.type`, `option.range`, `option.unknown`.
 * @see Keating, C. and Shadwick, W. F. (2002), "A Universal Performance Measure", Journal of Performance Measurement 6(3).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(omegaRatio(returns('A')).toFixed(4)); // 2.0000
 */
export function omegaRatio(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('omegaRatio', options);
  return gainsOverLosses(observed(series, 'omegaRatio'), target);
}

/** What lies above a target over what lies below it. */
export function gainsOverLosses(values: Numbers, target: number): number {
  return ratio(meanAbove(values, target), missed(values, target));
}

/** The amount, ≥ 0, that values fall short of a target on average; exactly 0 where all of it is rounding. */
export function missed(values: Numbers, target: number): number {
  return -meanBelow(values, target);
}
