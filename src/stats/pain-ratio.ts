import type { ReturnSeries } from '../panel/index.js';
import { lessCash } from './excess-returns.js';
import { growthLead } from './growth-lead.js';
import { painIndex } from './pain-index.js';
import { ratio } from './rounding.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * Growth over cash per unit of the average fall: (CAGR of r − CAGR of f) / pain index. A pure number.
 *
 * The pain index is the mean of the drawdown's amount, a fraction (see `painIndex`): deep and shallow falls count alike. Both are over the
 * common life of series and cash. Without `riskFree` cash earns 0.
 *
 * *Undefined (NaN):* under one year in common; a hole of either inside it; wealth never fell.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (pain ratio).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [-0.5, 1.88] } });
 * console.log(painRatio(returns('A')).toFixed(4)); // 0.8000
 */
export function painRatio(series: ReturnSeries, options: RiskFreeOption = {}): number {
  const where = 'painRatio';
  const riskFree = riskFreeOf(where, options);
  lessCash(series, riskFree, where); // Refuses what is over cash already, and cash that is none.
  const { lead, life } = growthLead(series, riskFree, where);
  return ratio(lead, painIndex(life));
}
