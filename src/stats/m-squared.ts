import type { ReturnSeries } from '../panel/index.js';
import { excessPair } from './excess-pair.js';
import { ratio, deviationOf } from './rounding.js';
import { mean, type Numbers } from './sample-statistics.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * What a series would have earned at the risk of its benchmark, per year: P·mean(f) + Sharpe ratio × σ_b, a fraction.
 *
 * Mixed with cash, or levered with it, until its excess returns vary as much as the benchmark's: σ_b = sample sd(e_b) × √P. An
 * arithmetic mean, to be compared with P × mean(b): of the benchmark itself it is just that. The version on CAGRs is another number.
 * Without `riskFree` cash earns 0. Rows where one of the three has no return are skipped.
 *
 * *Undefined (NaN):* fewer than two common rows; excess returns of the series that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Modigliani, F. and Modigliani, L. (1997), "Risk-Adjusted Performance", Journal of Portfolio Management 23(2), 45–54.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.05, 0.2], B: [0.02, 0.12] } });
 * console.log(mSquared(returns('A'), returns('B')).toFixed(4)); // 0.0833
 */
export function mSquared(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b, rows, calendar, own } = excessPair(series, benchmark, riskFreeOf('mSquared', options), 'mSquared');
  // What cash earned on the common rows is what its excess takes off the series.
  const earned = new Float64Array(a.length);
  for (let index = 0; index < a.length; index++) earned[index] = own.values[rows[index]!]! - a[index]!;
  return calendar.periodsPerYear * (mean(earned) + meanAtSpread(a, deviationOf(b)));
}

/** The mean of excess returns once they are scaled to another standard deviation. */
export function meanAtSpread(excess: Numbers, target: number): number {
  return ratio(mean(excess), deviationOf(excess)) * target;
}
