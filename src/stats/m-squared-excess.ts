import type { ReturnSeries } from '../panel/index.js';
import { excessPair } from './excess-pair.js';
import { meanAtSpread } from './m-squared.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';
import { deviationOf } from './rounding.js';
import { mean } from './sample-statistics.js';

/**
 * What a series would have earned over its benchmark at the benchmark's risk, per year: M² − P·mean(b), a fraction.
 *
 * The difference of the two Sharpe ratios × σ_b: arithmetic, as all of `mSquared`; (1 + M²)/(1 + b) − 1 is another number. Without
 * `riskFree` cash earns 0. Rows where one of the three has no return are skipped.
 *
 * *Undefined (NaN):* where `mSquared` is.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Modigliani, F. and Modigliani, L. (1997), "Risk-Adjusted Performance", Journal of Portfolio Management 23(2), 45–54.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.05, 0.2], B: [0.02, 0.12] } });
 * console.log(mSquaredExcess(returns('A'), returns('B')).toFixed(4)); // 0.0133
 */
export function mSquaredExcess(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b, calendar } = excessPair(series, benchmark, riskFreeOf('mSquaredExcess', options), 'mSquaredExcess');
  return calendar.periodsPerYear * (meanAtSpread(a, deviationOf(b)) - mean(b));
}
