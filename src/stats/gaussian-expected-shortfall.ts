import type { ReturnSeries } from '../panel/index.js';
import { centralMoments } from './central-moments.js';
import { type ConfidenceLevelOption, confidenceLevelOf } from './confidence-level.js';
import { normalDensity, normalQuantile } from './normal-quantile.js';
import { observed } from './observed.js';

/**
 * The mean of the worst returns if returns were normal: μ − σ φ(z) / (1 − level), φ the normal density at its (1 − level) quantile z.
 * A fraction per period, with its sign.
 *
 * μ and σ are the mean and the population deviation (divisor n), as in `gaussianValueAtRisk`, below which it lies.
 *
 * *Undefined (NaN):* fewer than two returns. Returns that differ by nothing but rounding have σ = 0.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (a level under 0.5 or not under 1).
 * @see McNeil, A. J., Frey, R. and Embrechts, P. (2015), Quantitative Risk Management, rev. ed., section 2.3.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, -0.01, 0.03, -0.01] } });
 * console.log(gaussianExpectedShortfall(returns('A')).toFixed(6)); // -0.031254
 */
export function gaussianExpectedShortfall(series: ReturnSeries, options: ConfidenceLevelOption = {}): number {
  const level = confidenceLevelOf('gaussianExpectedShortfall', options);
  const { mean, deviation } = centralMoments(observed(series, 'gaussianExpectedShortfall'));
  return mean - (deviation * normalDensity(normalQuantile(level))) / (1 - level);
}
