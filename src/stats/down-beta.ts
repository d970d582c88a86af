import type { ReturnSeries } from '../panel/index.js';
import { slope } from './beta.js';
import { excessPair } from './excess-pair.js';
import { inMarket } from './in-market.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * How much a series moves with its benchmark while that falls: `beta` over the periods in which the benchmark earned less than cash.
 *
 * cov(e, e_b) / var(e_b) over the rows with e_b < 0, the means being those of these rows. A pure number; 1 of a series on itself.
 * Without `riskFree` cash earns 0, and the rows are those of a falling benchmark. The downside beta of Ang, Chen and Xing (2006),
 * over rows below the benchmark's mean, and that of Bawa and Lindenberg (1977), with lower partial moments about cash, are other
 * numbers. Rows where one of the three has no return are skipped.
 *
 * *Undefined (NaN):* fewer than two such rows; a benchmark whose returns on them differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Fabozzi, F. J. and Francis, J. C. (1977), "Stability Tests for Alphas and Betas over Bull and Bear Market Conditions", Journal of Finance 32(4), 1093–1099.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, 0.05, -0.01, -0.02], B: [0.01, 0.02, -0.01, -0.03] } });
 * console.log(downBeta(returns('A'), returns('B')).toFixed(4)); // 0.5000
 */
export function downBeta(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b } = inMarket(excessPair(series, benchmark, riskFreeOf('downBeta', options), 'downBeta'), 'down');
  return slope(a, b);
}
