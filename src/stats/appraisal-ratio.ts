import type { ReturnSeries } from '../panel/index.js';
import { slope } from './beta.js';
import { excessPair } from './excess-pair.js';
import { ratio } from './rounding.js';
import { mean } from './sample-statistics.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';
import { residualSpread } from './specific-risk.js';

/**
 * Alpha per unit of specific risk, per year: P·a / (√P·√(Σu² / (n − 2))), a and u intercept and residuals of e on e_b. A pure number.
 *
 * `alpha` over `specificRisk`, whose divisor is n − 2. The information ratio of what the benchmark does not explain: its square is
 * what the best mix with the benchmark adds to the square of the benchmark's Sharpe ratio. Without `riskFree` cash earns 0. Rows where one of
 * the three has no return are skipped.
 *
 * *Undefined (NaN):* fewer than three common rows; a benchmark, or residuals, that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Treynor, J. L. and Black, F. (1973), "How to Use Security Analysis to Improve Portfolio Selection", Journal of Business 46(1), 66–86.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [0.03, 0.01, 0.04, 0.06], B: [0.01, 0.01, 0.03, 0.03] } });
 * console.log(appraisalRatio(returns('A'), returns('B')).toFixed(4)); // 0.3536
 */
export function appraisalRatio(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b, calendar } = excessPair(series, benchmark, riskFreeOf('appraisalRatio', options), 'appraisalRatio');
  const intercept = mean(a) - slope(a, b) * mean(b);
  return ratio(intercept, residualSpread(a, b)) * Math.sqrt(calendar.periodsPerYear);
}
