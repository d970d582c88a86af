import type { ReturnSeries } from '../panel/index.js';
import { slope } from './beta.js';
import { excessPair } from './excess-pair.js';
import { mean } from './sample-statistics.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * What a series earned that its benchmark does not explain, per year: P × intercept of e on e_b, a fraction.
 *
 * The intercept is mean(e) − beta·mean(e_b) on excess returns. Times P, not compounded; and not the difference that CAGRs give.
 * Without `riskFree` cash earns 0. Rows where one of the three has no return are skipped.
 *
 * *Undefined (NaN):* where `beta` is.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.unknown`.
 * @see Jensen, M. C. (1968), "The Performance of Mutual Funds in the Period 1945–1964", Journal of Finance 23(2), 389–416.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [0.03, 0.05, 0.07], B: [0.01, 0.02, 0.03] } });
 * console.log(alpha(returns('A'), returns('B')).toFixed(4)); // 0.0400
 */
export function alpha(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b, calendar } = excessPair(series, benchmark, riskFreeOf('alpha', options), 'alpha');
  return calendar.periodsPerYear * (mean(a) - slope(a, b) * mean(b));
}
