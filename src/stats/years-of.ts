import { lastDayOf, partialRowsOf, type ReturnSeries } from '../panel/index.js';
import { countsDays, dayOf, DAYS_PER_YEAR, periodSpan } from '../time/index.js';
import { path } from './observed.js';

/**
 * How many years a series lived, by elapsed time.
 *
 * Monthly, quarterly and annual calendars: periods / 12, / 4, / 1. Daily and weekly ones: days from the base (the day of the
 * starting wealth) to the last return, / 365.25. Holes inside count: time passes in them too. Rows before the first and after
 * the last return do not. A partial row (`calendar.partialRows`, or the last one of an asset that ended inside it) counts for the
 * share of its period's days that it covers.
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
export function yearsOfLife(life: ReturnSeries): number {
  const { calendar } = life;
  if (countsDays(calendar)) return (lastDayOf(life) - calendar.base) / DAYS_PER_YEAR;
  const partial = partialRowsOf(life);
  const shares = partial.reduce((sum, row) => sum + shareOf(life, row), 0);
  return (calendar.length - partial.length + shares) / calendar.periodsPerYear;
}

/** The share of its period that a partial row covers, by days: from the day before it (or the base) to its own, or to the end of the series. */
function shareOf(life: ReturnSeries, row: number): number {
  const { calendar } = life;
  const day = row === calendar.length - 1 ? lastDayOf(life) : calendar.days[row]!;
  const { before, last } = periodSpan(calendar.frequency, day);
  const from = Math.max(before, dayOf(calendar, row - 1));
  return (day - from) / (last - before);
}
