import type { ReturnSeries } from '../panel/index.js';
import { type MinimumAcceptableReturnOption, minimumAcceptableReturnOf, shortfall } from './downside-deviation.js';
import { observed } from './observed.js';
import { ratio } from './rounding.js';
import { overshoot } from './upside-risk.js';

/**
 * Whether returns vary more above a target than below it: upside variance / downside variance, Σ max(r − MAR, 0)² / Σ min(r − MAR, 0)².
 * A pure number ≥ 0; 1 where both sides are alike.
 *
 * Its root, upside risk over downside deviation, is called variability skewness. The target MAR is per period. Holes are skipped.
 *
 * *Undefined (NaN):* no return below the target by more than rounding; no returns.
 *
 * @throws InputError `series.invalid`, `option.type`, `option.range`, `option.unknown`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (volatility skewness).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(volatilitySkewness(returns('A')).toFixed(4)); // 2.8889
 */
export function volatilitySkewness(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('volatilitySkewness', options);
  const values = observed(series, 'volatilitySkewness');
  const deviation = shortfall(values, target);
  return ratio(overshoot(values, target), deviation) ** 2;
}
