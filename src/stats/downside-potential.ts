import type { ReturnSeries } from '../panel/index.js';
import { type MinimumAcceptableReturnOption, minimumAcceptableReturnOf } from './downside-deviation.js';
import { observed } from './observed.js';
import { partialMoments } from './partial-moments.js';
import type { Numbers } from './sample-statistics.js';

/**
 * How far returns fall short of a target on average, per period: Σ min(r − MAR, 0) / n, a fraction ≤ 0, over all n returns.
 *
 * Negative, as losses are everywhere in the library; other tools print its amount. n counts the returns above the target too: with
 * `upsidePotential` it adds up to mean(r) − MAR. The target MAR is per period. Holes are skipped. Not annualised.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`, `option.type`, `option.range`, `option.unknown`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (downside potential).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(downsidePotential(returns('A')).toFixed(4)); // -0.0150
 */
export function downsidePotential(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('downsidePotential', options);
  return meanBelow(observed(series, 'downsidePotential'), target);
}

/** The first lower partial moment with the sign of a loss: what lies below a target, averaged over all values; ≤ 0. */
export function meanBelow(values: Numbers, target: number): number {
  return partialMoments(values, target).below;
}
