import type { ReturnSeries } from '../panel/index.js';
import { type MinimumAcceptableReturnOption, minimumAcceptableReturnOf } from './downside-deviation.js';
import { observed } from './observed.js';
import { partialMoments } from './partial-moments.js';
import type { Numbers } from './sample-statistics.js';

/**
 * How far returns exceed a target, the large ones counting more, per period: √(Σ max(r − MAR, 0)² / n), a fraction, over all n returns.
 *
 * The mirror of `downsideDeviation`: n counts the returns below the target too, and the target MAR is per period. Times √P for a
 * yearly figure. Holes are skipped.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`, `option.type`, `option.range`, `option.unknown`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (upside risk).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(upsideRisk(returns('A')).toFixed(4)); // 0.0510
 */
export function upsideRisk(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('upsideRisk', options);
  return overshoot(observed(series, 'upsideRisk'), target);
}

/** Root of the mean squared excess over a target. */
export function overshoot(values: Numbers, target: number): number {
  return Math.sqrt(partialMoments(values, target).aboveSquared);
}
