import { deepFreeze } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { yearsIn } from './calendar-returns.js';
import { path } from './observed.js';
import { showYears } from './years-display.js';

/** The return of one calendar year. */
export interface AnnualReturn {
  readonly year: number;
  /** All of the year that the series covers, compounded, a fraction; NaN over a hole. */
  readonly return: number;
  /** Whether that is the whole year. */
  readonly complete: boolean;
}

/**
 * The returns of calendar years, oldest first; the `complete` mark tells a whole year from a part: the series begins, ends or
 * has a partial row in it (see `calendarReturns`).
 *
 * @returns frozen rows.
 * @see CFA Institute, Global Investment Performance Standards (2020), on calendar-year returns.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [-0.2, 0.25] } });
 * console.log(JSON.stringify(annualReturns(returns('A')).at(-1))); // {"year":2023,"return":0.25,"complete":true}
 */
export function annualReturns(series: ReturnSeries): readonly AnnualReturn[] {
  const years = yearsIn(path(series, 'annualReturns'), () => ({}));
  const list = years.map(({ year, total, complete }) => ({ year, return: total, complete }));
  return deepFreeze(showYears(list, series.name));
}
