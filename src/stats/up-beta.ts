import type { ReturnSeries } from '../panel/index.js';
import { slope } from './beta.js';
import { excessPair } from './excess-pair.js';
import { inMarket } from './in-market.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * How much a series moves with its benchmark while that rises: `beta` over the periods in which the benchmark earned more than cash.
 *
 * cov(e, e_b) / var(e_b) over the rows with e_b > 0, the means being those of these rows. A pure number; 1 of a series on itself.
 * Without `riskFree` cash earns 0, and the rows are those of a rising benchmark. A benchmark level with cash (within 1e-14) is
 * neither up nor down. Rows where one of the three has no return are skipped. Measured on part of the range of the benchmark, it
 * is less certain than `beta`, and up and down betas do not average to it.
 *
 * *Undefined (NaN):* fewer than two such rows; a benchmark whose returns on them differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Fabozzi, F. J. and Francis, J. C. (1977), "Stability Tests for Alphas and Betas over Bull and Bear Market Conditions", Journal of Finance 32(4), 1093–1099.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, 0.05, -0.01, -0.02], B: [0.01, 0.02, -0.01, -0.03] } });
 * console.log(upBeta(returns('A'), returns('B')).toFixed(4)); // 2.0000
 */
export function upBeta(series: ReturnSeries, benchmark: ReturnSeries, options: RiskFreeOption = {}): number {
  const { a, b } = inMarket(excessPair(series, benchmark, riskFreeOf('upBeta', options), 'upBeta'), 'up');
  return slope(a, b);
}
