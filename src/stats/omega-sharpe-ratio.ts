import type { ReturnSeries } from '../panel/index.js';
import { type MinimumAcceptableReturnOption, minimumAcceptableReturnOf } from './downside-deviation.js';
import { observed } from './observed.js';
import { missed } from './omega-ratio.js';
import { ratio } from './rounding.js';
import { mean } from './sample-statistics.js';

/**
 * Reward for missing a target: (mean(r) − MAR) / (Σ max(MAR − r, 0) / n). A pure number; the omega ratio less 1.
 *
 * It ranks as `omegaRatio` does, in the form of the Sharpe ratio: 0 where the mean return is the target. The target MAR is per period.
 * Holes are skipped. Not annualised: other tools with the same formula do not either.
 *
 * *Undefined (NaN):* no return below the target by more than rounding; no returns.
 *
 * @throws InputError `series.invalid`, `option.type`, `option.range`, `option.unknown`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (Omega–Sharpe ratio).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(omegaSharpeRatio(returns('A')).toFixed(4)); // 1.0000
 */
export function omegaSharpeRatio(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('omegaSharpeRatio', options);
  const values = observed(series, 'omegaSharpeRatio');
  return ratio(mean(values) - target, missed(values, target));
}
