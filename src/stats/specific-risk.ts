import type { ReturnSeries } from '../panel/index.js';
import { slope } from './beta.js';
import { excessPair } from './excess-pair.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';
import { ROUNDING } from './rounding.js';
import { mean, type Numbers, sampleStandardDeviation } from './sample-statistics.js';

/**
 * How much a series varies for reasons other than its benchmark, per year: √(Σu² / (n − 2)) × √P, a fraction, with u the residuals of e on e_b.
 *
 * The residual standard error of the regression on excess returns: divisor n − 2, since slope and intercept are estimated; the
 * divisors n and n − 1 give less. Without `riskFree` cash earns 0. Rows where one of the three has no return are skipped.
 * Residuals that are nothing but rounding give 0.
 *
 * *Undefined (NaN):* fewer than three common rows; a benchmark whose returns differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Treynor, J. L. and Black, F. (1973), "How to Use Security Analysis to Improve Portfolio Selection", Journal of Business 46(1), 66–86.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.02, 0.01, 0.04, 0.05], B: [0.01, 0.01, 0.03, 0.03] } });
 * console.log(specificRisk(returns('A'), returns('B')).toFixed(4)); // 0.0141
 */
export function specificRisk(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b, calendar } = excessPair(series, benchmark, riskFreeOf('specificRisk', options), 'specificRisk');
  return residualSpread(a, b) * Math.sqrt(calendar.periodsPerYear);
}

/** Residual standard error of `a` on `b`, divisor n − 2; exactly 0 where the residuals are rounding. NaN under three pairs. */
export function residualSpread(a: Numbers, b: Numbers): number {
  const n = a.length;
  if (n < 3) return NaN;
  const beta = slope(a, b);
  const center = mean(b);
  let scale = 1;
  const residuals = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    scale = Math.max(scale, Math.abs(a[row]!), Math.abs(beta * b[row]!));
    residuals[row] = a[row]! - beta * (b[row]! - center);
  }
  // The residuals still hold the mean of `a`, which the deviation takes off: their divisor n − 1 becomes n − 2.
  const deviation = sampleStandardDeviation(residuals) * Math.sqrt((n - 1) / (n - 2));
  return deviation <= ROUNDING * scale ? 0 : deviation;
}
