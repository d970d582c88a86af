import type { ReturnSeries } from '../panel/index.js';
import { type MinimumAcceptableReturnOption, minimumAcceptableReturnOf } from './downside-deviation.js';
import { observed } from './observed.js';
import { partialMoments } from './partial-moments.js';
import type { Numbers } from './sample-statistics.js';

/**
 * How far returns exceed a target on average, per period: Σ max(r − MAR, 0) / n, a fraction, over all n returns.
 *
 * n counts the returns below the target too: with `downsidePotential`, which is negative, it adds up to mean(r) − MAR. The target
 * MAR is per period. Holes are skipped. Not annualised.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`, `option.type`, `option.range`, `option.unknown`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (upside potential).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(upsidePotential(returns('A')).toFixed(4)); // 0.0300
 */
export function upsidePotential(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('upsidePotential', options);
  return meanAbove(observed(series, 'upsidePotential'), target);
}

/** The first upper partial moment: what lies above a target, averaged over all values; ≥ 0. */
export function meanAbove(values: Numbers, target: number): number {
  return partialMoments(values, target).above;
}
