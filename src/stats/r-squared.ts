import type { ReturnSeries } from '../panel/index.js';
import { slope } from './beta.js';
import { excessPair } from './excess-pair.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * The share of a series' variance that its benchmark explains: R² of the regression of e on e_b, from 0 to 1.
 *
 * The square of the correlation of the excess returns, which is the slope of e on e_b times that of e_b on e. Without `riskFree`
 * cash earns 0, and it is the square of `correlation`. Not adjusted for degrees of freedom. Rows where one of the three has no
 * return are skipped. Two rows lie on a line: 1.
 *
 * *Undefined (NaN):* fewer than two common rows; a series or benchmark whose returns differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Draper, N. R. and Smith, H. (1998), Applied Regression Analysis, 3rd ed., ch. 1 (R²).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.01, 0.03, 0.02, 0.02], B: [0.01, 0.02, 0.03, 0.02] } });
 * console.log(rSquared(returns('A'), returns('B')).toFixed(4)); // 0.2500
 */
export function rSquared(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b } = excessPair(series, benchmark, riskFreeOf('rSquared', options), 'rSquared');
  // Rounding may carry the product past 1 by a unit in the last place.
  return Math.max(0, Math.min(1, slope(a, b) * slope(b, a)));
}
