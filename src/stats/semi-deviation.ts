import type { ReturnSeries } from '../panel/index.js';
import { shortfall } from './downside-deviation.js';
import { observed } from './observed.js';
import { deviationOf } from './rounding.js';
import { mean } from './sample-statistics.js';

/**
 * How far returns fall short of their own mean, per period: √(Σ min(r − mean, 0)² / n), a fraction ≥ 0, over all n returns.
 *
 * It is the downside deviation with the mean as its target. Dividing by the returns below the mean only (the "subset" semivariance)
 * gives a larger number. A symmetric sample has a semi-deviation of its population deviation / √2. Per period: times √P for a yearly figure.
 * Returns that differ by nothing but rounding have 0.
 *
 * *Undefined (NaN):* fewer than two returns.
 *
 * @throws InputError `series.invalid`.
 * @see Markowitz, H. M. (1959), Portfolio Selection, ch. 9 (semi-variance about the mean).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.06, -0.04, 0.01, 0.01] } });
 * console.log(semiDeviation(returns('A')).toFixed(4)); // 0.0250
 */
export function semiDeviation(series: ReturnSeries): number {
  const values = observed(series, 'semiDeviation');
  if (values.length < 2) return NaN;
  return deviationOf(values) === 0 ? 0 : shortfall(values, mean(values));
}
