import type { ReturnSeries } from '../panel/index.js';
import { lessCash } from './excess-returns.js';
import { observed } from './observed.js';
import { gainsOverLosses } from './omega-ratio.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * What was won over cash per unit of what was lost to it: Σ max(e, 0) / Σ max(−e, 0), with e = r − f. A pure number ≥ 0.
 *
 * Expected gain over expected loss, as Bernardo and Ledoit have it. The average winning period over the average losing one (the
 * "payoff ratio") is another number: it leaves out how often either came. Without `riskFree` cash earns 0 and this is `omegaRatio` at a
 * target of 0. Rows where either has no return are skipped. Not annualised.
 *
 * *Undefined (NaN):* no loss by more than rounding; no returns.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Bernardo, A. E. and Ledoit, O. (2000), "Gain, Loss, and Asset Pricing", Journal of Political Economy 108(1), 144–172.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(gainLossRatio(returns('A')).toFixed(4)); // 2.0000
 */
export function gainLossRatio(series: ReturnSeries, options: RiskFreeOption = {}): number {
  const excess = lessCash(series, riskFreeOf('gainLossRatio', options), 'gainLossRatio');
  return gainsOverLosses(observed(excess, 'gainLossRatio'), 0);
}
