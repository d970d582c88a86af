import type { ReturnSeries } from '../panel/index.js';
import { slope } from './beta.js';
import { excessPair } from './excess-pair.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';
import { deviationOf } from './rounding.js';

/**
 * How much a series varies because its benchmark does, per year: |beta| × sample standard deviation of e_b (divisor n − 1) × √P, a fraction.
 *
 * The standard deviation of the explained part, beta·e_b, of excess returns: never negative, also of a hedge with a beta below 0.
 * With V the variance of e (divisor n − 1): V·P = systematic² + specific²·(n − 2)/(n − 1), for `specificRisk` has the divisor n − 2.
 * Without `riskFree` cash earns 0. Rows where one of the three has no return are skipped.
 *
 * *Undefined (NaN):* where `beta` is.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., p. 75 (systematic risk).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [0.03, 0.05, 0.07], B: [0.01, 0.02, 0.03] } });
 * console.log(systematicRisk(returns('A'), returns('B')).toFixed(4)); // 0.0400
 */
export function systematicRisk(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b, calendar } = excessPair(series, benchmark, riskFreeOf('systematicRisk', options), 'systematicRisk');
  return Math.abs(slope(a, b)) * deviationOf(b) * Math.sqrt(calendar.periodsPerYear);
}
