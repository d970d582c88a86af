import type { ReturnSeries } from '../panel/index.js';
import { lessBenchmark } from './active-returns.js';
import { growthLead } from './growth-lead.js';
import { ratio } from './rounding.js';
import { annualSpread } from './volatility.js';

/**
 * Growth over the benchmark per unit of straying from it: (CAGR − CAGR of the benchmark) / tracking error. A pure number.
 *
 * With compounded returns, both over the common life; `informationRatio` has the arithmetic mean of the active returns.
 *
 * *Undefined (NaN):* under one year in common; a hole of either inside it; a tracking error of 0, as of a series against itself.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (information ratio).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0, 0.21], B: [0.05, 0.05] } });
 * console.log(geometricInformationRatio(returns('A'), returns('B')).toFixed(4)); // 0.3367
 */
export function geometricInformationRatio(series: ReturnSeries, benchmark: ReturnSeries): number {
  const where = 'geometricInformationRatio';
  const active = lessBenchmark(series, benchmark, where);
  return ratio(growthLead(series, benchmark, where).lead, annualSpread(active, where));
}
