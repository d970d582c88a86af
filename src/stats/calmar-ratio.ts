import type { ReturnSeries } from '../panel/index.js';
import { growthOverFall } from './mar-ratio.js';
import { path } from './observed.js';
import { trailingMonths } from './trailing-months.js';
import { lastMonthsOfDays } from './window-rows.js';

/** The window of the Calmar ratio, by its author. */
const MONTHS = 36;

/**
 * Growth per unit of the deepest fall over the last 36 months: CAGR / |maximum drawdown|, both of that window. A pure number.
 *
 * The window of daily returns begins with the last close on or before the same day of the month three years ago, as that of `trailingReturn`
 * and `rolling` does. Where the last or first row is partial, the window is the shortest run of rows that covers 36 months: a stub is no month. Peaks
 * before the window do not count. Since inception it is the `marRatio`.
 *
 * *Undefined (NaN):* under 36 months of data; a hole inside the window; wealth never fell in it.
 *
 * @see Young, T. W. (1991), "Calmar Ratio: A Smoother Tool", Futures 20(1).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [-0.9, 1, -0.5, 0.728] } });
 * console.log(calmarRatio(returns('A')).toFixed(4)); // 0.4000
 */
export function calmarRatio(series: ReturnSeries): number {
  const life = path(series, 'calmarRatio');
  const window = life.calendar.frequency === 'daily' ? lastMonthsOfDays(life, MONTHS) : trailingMonths(life, MONTHS);
  return window === undefined ? NaN : growthOverFall(window);
}
