import type { ReturnSeries } from '../panel/index.js';
import { lessCash } from './excess-returns.js';
import { growthLead } from './growth-lead.js';
import { ulcerIndex } from './ulcer-index.js';
import { ratio } from './rounding.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * Growth over cash per unit of the depth and length of falls: (CAGR of r − CAGR of f) / ulcer index. A pure number.
 *
 * The ulcer index is the root mean square of the drawdown, a fraction (see `ulcerIndex`): deep falls count more. Both are over the
 * common life of series and cash. Without `riskFree` cash earns 0.
 *
 * *Undefined (NaN):* under one year in common; a hole of either inside it; wealth never fell.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Martin, P. and McCann, B. (1989), The Investor's Guide to Fidelity Funds, Wiley (ulcer performance index).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [-0.5, 1.88] } });
 * console.log(martinRatio(returns('A')).toFixed(4)); // 0.5657
 */
export function martinRatio(series: ReturnSeries, options: RiskFreeOption = {}): number {
  const where = 'martinRatio';
  const riskFree = riskFreeOf(where, options);
  lessCash(series, riskFree, where); // Refuses what is over cash already, and cash that is none.
  const { lead, life } = growthLead(series, riskFree, where);
  return ratio(lead, ulcerIndex(life));
}
