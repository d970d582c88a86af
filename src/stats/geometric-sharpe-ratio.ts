import type { ReturnSeries } from '../panel/index.js';
import { lessCash } from './excess-returns.js';
import { growthLead } from './growth-lead.js';
import { ratio } from './rounding.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';
import { annualSpread } from './volatility.js';

/**
 * Growth over cash per unit of risk: (CAGR of r − CAGR of f) / (sample sd of e × √P), with e = r − f per period. A pure number.
 *
 * Not the Sharpe ratio: its numerator is lower by about half the variance, so it falls with leverage. Each CAGR is that of a wealth
 * that somebody had; compounding the differences e is another number. All over the common life of both. Without `riskFree` cash
 * earns 0 and this is CAGR / volatility.
 *
 * *Undefined (NaN):* under one year in common; a hole of either inside it; excess returns that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (Sharpe ratio with annualised
 *   returns).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0, 0.21] } });
 * console.log(geometricSharpeRatio(returns('A')).toFixed(4)); // 0.6734
 */
export function geometricSharpeRatio(series: ReturnSeries, options: RiskFreeOption = {}): number {
  const where = 'geometricSharpeRatio';
  const riskFree = riskFreeOf(where, options);
  const excess = lessCash(series, riskFree, where);
  return ratio(growthLead(series, riskFree, where).lead, annualSpread(excess, where));
}
