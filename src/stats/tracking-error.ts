import type { ReturnSeries } from '../panel/index.js';
import { lessBenchmark } from './active-returns.js';
import { annualSpread } from './volatility.js';

/**
 * How much a series strays from its benchmark, per year: sample standard deviation of r − b (divisor n − 1) × √P, a fraction.
 *
 * Around the mean difference, not around zero. Rows where either has no return are skipped. Differences that are nothing but
 * rounding give 0.
 *
 * *Undefined (NaN):* fewer than two common returns.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Grinold, R. and Kahn, R. (2000), Active Portfolio Management, 2nd ed., ch. 3 (active risk).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [0.02, 0.04, 0.06], B: [0.01, 0.02, 0.03] } });
 * console.log(trackingError(returns('A'), returns('B')).toFixed(4)); // 0.0200
 */
export function trackingError(series: ReturnSeries, benchmark: ReturnSeries): number {
  return annualSpread(lessBenchmark(series, benchmark, 'trackingError'), 'trackingError');
}
