import type { ReturnSeries } from '../panel/index.js';
import { lessCash } from './excess-returns.js';
import { observed } from './observed.js';
import { ratio, deviationOf } from './rounding.js';
import { mean } from './sample-statistics.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * Reward for variability, per year: mean(e) / sd(e) × √P, with e = r − f per period and sd with divisor n − 1. A pure number.
 *
 * The standard deviation is that of the excess return, as Sharpe (1994) has it, not that of the return; and the mean is the
 * arithmetic one: CAGR / volatility is another number. Without `riskFree` cash earns 0. Rows where either has no return are
 * skipped; a partial row (half a month) counts as a whole period. Defined under one year: nothing is compounded.
 *
 * *Undefined (NaN):* fewer than two excess returns, or excess returns that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.unknown`.
 * @see Sharpe, W. F. (1994), "The Sharpe Ratio", Journal of Portfolio Management 21(1), 49–58.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.1, 0.3], Cash: [0.05, 0.05] } });
 * console.log(sharpeRatio(returns('A'), { riskFree: returns('Cash') }).toFixed(4)); // 1.0607
 */
export function sharpeRatio(series: ReturnSeries, options: RiskFreeOption = {}): number {
  const excess = lessCash(series, riskFreeOf('sharpeRatio', options), 'sharpeRatio');
  return meanOverSpread(excess, 'sharpeRatio');
}

/** mean / sample standard deviation × √P: of excess returns the Sharpe ratio, of active returns the information ratio. */
export function meanOverSpread(series: ReturnSeries, where: string): number {
  const values = observed(series, where);
  return ratio(mean(values), deviationOf(values)) * Math.sqrt(series.calendar.periodsPerYear);
}
