import type { ReturnSeries } from '../panel/index.js';
import { centralMoments } from './central-moments.js';
import { type ConfidenceLevelOption, confidenceLevelOf } from './confidence-level.js';
import { cornishFisher, rises } from './cornish-fisher.js';
import { normalQuantile } from './normal-quantile.js';
import { observed } from './observed.js';

/**
 * The value at risk of the normal distribution, bent for skewness and heavy tails: μ + σ w, a fraction per period, with its sign.
 *
 * w = z + (z² − 1) S/6 + (z³ − 3z) K/24 − (2z³ − 5z) S²/36, z the (1 − level) quantile of the normal distribution, S and K the population `skewness` and
 * `excessKurtosis`, μ and σ mean and population deviation. Also called modified value at risk. S and K are parameters of the formula: the
 * distribution it describes has them only where they are small.
 *
 * *Undefined (NaN):* fewer than two returns; no variation; outside its domain (see `cornishFisherDomain`), where quantiles between 1 − level and
 * level come in the wrong order and other tools print a number all the same.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (a level under 0.5 or not under 1).
 * @see Zangari, P. (1996), "A VaR Methodology for Portfolios that Include Options", RiskMetrics Monitor, first quarter, 4–12; Favre, L. and
 *   Galeano, J.-A. (2002), "Mean-Modified Value-at-Risk Optimization with Hedge Funds", Journal of Alternative Investments 5(2), 21–25.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, -0.01, 0.01, 0] } });
 * console.log(cornishFisherValueAtRisk(returns('A')).toFixed(6)); // -0.015292
 */
export function cornishFisherValueAtRisk(series: ReturnSeries, options: ConfidenceLevelOption = {}): number {
  const level = confidenceLevelOf('cornishFisherValueAtRisk', options);
  const { mean, deviation, skewness, excessKurtosis } = centralMoments(observed(series, 'cornishFisherValueAtRisk'));
  const z = normalQuantile(level);
  return rises(z, skewness, excessKurtosis) ? mean + deviation * cornishFisher(-z, skewness, excessKurtosis) : NaN;
}
