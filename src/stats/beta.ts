import type { ReturnSeries } from '../panel/index.js';
import { excessPair } from './excess-pair.js';
import { deviationOf } from './rounding.js';
import { type Numbers, sampleCovariance, sampleVariance } from './sample-statistics.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * How much a series moves with its benchmark: cov(e, e_b) / var(e_b) on excess returns. A pure number; 1 of a series on itself.
 *
 * Without `riskFree` cash earns 0. Rows where one of the three has no return are skipped.
 *
 * *Undefined (NaN):* fewer than two common rows; a benchmark whose returns differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.unknown`.
 * @see Sharpe, W. F. (1964), "Capital Asset Prices", Journal of Finance 19(3); Jensen, M. C. (1968), Journal of Finance 23(2).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [0.03, 0.05, 0.07], B: [0.01, 0.02, 0.03] } });
 * console.log(beta(returns('A'), returns('B')).toFixed(4)); // 2.0000
 */
export function beta(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b } = excessPair(series, benchmark, riskFreeOf('beta', options), 'beta');
  return slope(a, b);
}

/** Least-squares slope of `a` on `b`. */
export function slope(a: Numbers, b: Numbers): number {
  return deviationOf(b) === 0 ? NaN : sampleCovariance(a, b) / sampleVariance(b);
}
