import type { ReturnSeries } from '../panel/index.js';
import { centralMoments } from './central-moments.js';
import { type ConfidenceLevelOption, confidenceLevelOf } from './confidence-level.js';
import { normalQuantile } from './normal-quantile.js';
import { observed } from './observed.js';

/**
 * The value at risk if returns were normal: μ + z σ, z the (1 − level) quantile of the normal distribution. A fraction per period, with its sign.
 *
 * μ and σ are the mean and the population deviation (divisor n) of the returns, as in all the parametric figures here. Returns have
 * heavier tails than the normal distribution: far out it makes losses too small.
 *
 * *Undefined (NaN):* fewer than two returns. Returns that differ by nothing but rounding have σ = 0.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (a level under 0.5 or not under 1).
 * @see Jorion, P. (2006), Value at Risk, 3rd ed., ch. 5 (parametric VaR).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, -0.01, 0.03, -0.01] } });
 * console.log(gaussianValueAtRisk(returns('A')).toFixed(6)); // -0.022897
 */
export function gaussianValueAtRisk(series: ReturnSeries, options: ConfidenceLevelOption = {}): number {
  const level = confidenceLevelOf('gaussianValueAtRisk', options);
  const { mean, deviation } = centralMoments(observed(series, 'gaussianValueAtRisk'));
  return mean - normalQuantile(level) * deviation;
}
