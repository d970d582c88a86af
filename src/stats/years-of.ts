import type { ReturnSeries } from '../panel/index.js';
import { path } from './observed.js';

/** Mean length of a year of the Julian calendar: what day counts are divided by. */
const DAYS_PER_YEAR = 365.25;

/**
 * How many years a series lived, by elapsed time.
 *
 * Monthly, quarterly and annual calendars: periods / 12, / 4, / 1. Daily and weekly ones: days from the base (the day of the
 * starting wealth) to the last return, / 365.25. Holes inside count: time passes in them too. Rows before the first and after
 * the last return do not.
 *
 * *Undefined:* 0 for a series without returns.
 *
 * @see CFA Institute, Global Investment Performance Standards (2020), on annualising by elapsed time.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [NaN, 0.01, 0.02] } });
 * console.log(yearsOf(returns('A'))); // 0.5
 */
export function yearsOf(series: ReturnSeries): number {
  return yearsOfLife(path(series, 'yearsOf'));
}

/** {@link yearsOf} of a series that begins and ends with a return. */
export function yearsOfLife({ calendar }: ReturnSeries): number {
  if (calendar.length === 0) return 0;
  const byDay = calendar.frequency === 'daily' || calendar.frequency === 'weekly';
  return byDay
    ? (calendar.days[calendar.length - 1]! - calendar.base) / DAYS_PER_YEAR
    : calendar.length / calendar.periodsPerYear;
}
