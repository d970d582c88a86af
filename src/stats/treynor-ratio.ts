import type { ReturnSeries } from '../panel/index.js';
import { slope } from './beta.js';
import { excessPair } from './excess-pair.js';
import { ROUNDING, deviationOf } from './rounding.js';
import { mean, sampleCovariance } from './sample-statistics.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * Reward for market risk, per year: P × mean(e) / beta, a fraction: what the series earned over cash per unit of beta.
 *
 * With the arithmetic mean; the CAGR of the excess returns over beta is another number, and over systematic risk a third ("modified").
 * Of the benchmark itself it is the benchmark's own mean excess return. With a beta below 0 the sign turns: do not rank those. Without
 * `riskFree` cash earns 0. Rows where one of the three has no return are skipped.
 *
 * *Undefined (NaN):* where `beta` is; a series that does not vary, or not with the benchmark, by more than rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Treynor, J. L. (1965), "How to Rate Management of Investment Funds", Harvard Business Review 43(1), 63–75.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.05, 0.2], B: [0.02, 0.12] } });
 * console.log(beta(returns('A'), returns('B')).toFixed(4), treynorRatio(returns('A'), returns('B')).toFixed(4)); // 1.5000 0.0833
 */
export function treynorRatio(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b, calendar } = excessPair(series, benchmark, riskFreeOf('treynorRatio', options), 'treynorRatio');
  const together = deviationOf(a) * deviationOf(b);
  const apart = together === 0 || Math.abs(sampleCovariance(a, b)) <= ROUNDING * together;
  return apart ? NaN : (calendar.periodsPerYear * mean(a)) / slope(a, b);
}
