import type { ReturnSeries } from '../panel/index.js';
import { path } from './observed.js';
import { finalLevel } from './total-return.js';
import { ratePerYear } from './wealth-path.js';

/**
 * Compound annual growth rate by the count of periods: wealth^(P/n) − 1, a fraction per year, P periods per year (252, 52, 12 …).
 *
 * Equal to `cagr` on monthly, quarterly and annual calendars without partial rows; a partial row is one period here. On daily ones it takes 252 rows for a year, whatever the dates say:
 * use it to compare with tools that count rows.
 *
 * *Undefined (NaN):* fewer periods than a year has; a hole inside the life; a return below −1.
 *
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 3 (annualised returns).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.21, 0] } });
 * console.log(cagrByPeriods(returns('A')).toFixed(4)); // 0.1000
 */
export function cagrByPeriods(series: ReturnSeries): number {
  const life = path(series, 'cagrByPeriods');
  const years = life.calendar.length / life.calendar.periodsPerYear;
  return years < 1 ? NaN : ratePerYear(finalLevel(life), years);
}
