import { assertNumber, deepFreeze } from '../core/index.js';
import { assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import type { IsoDate } from '../time/index.js';
import { checkOptions } from './check-options.js';

/** A stretch of returns of exactly 0. */
export interface StaleRun {
  /** First and last day whose return is 0; the price has been the same since the close before `from`. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Returns of 0 in a row: one less than there are identical closes. */
  readonly periods: number;
}

/** Options of {@link staleRuns}. */
export interface StaleRunsOptions {
  /** The shortest run that counts; 3 when absent. */
  readonly periods?: number | undefined;
}

/**
 * Where a series stood still: runs of at least some returns of exactly 0, as of a price that nobody quoted anew, or that somebody
 * filled forward.
 *
 * It is a flag, no verdict. Prices of thinly traded things, valuations made once a quarter and data filled before their
 * listing show it, and make volatility, drawdown and beta too small. A cash series at a rate of 0 (US Treasury bills in 2011 or 2021)
 * and returns rounded to a whole unit show it legitimately. A missing return ends a run.
 *
 * @returns frozen runs, oldest first; empty where there is none.
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range`.
 * @see Lesmond, D. A., Ogden, J. P. and Trzcinka, C. A. (1999), "A New Estimate of Transaction Costs", Review of Financial Studies
 *   12(5), 1113–1141: returns of zero as the trace of not trading.
 * @example
 * const { returns } = fromReturns({ frequency: 'daily', dates: ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'], returns: { A: [0.01, 0, 0, 0] } });
 * console.log(JSON.stringify(staleRuns(returns('A'), { periods: 3 }))); // [{"from":"2024-01-03","to":"2024-01-05","periods":3}]
 */
export function staleRuns(series: ReturnSeries, options: StaleRunsOptions = {}): readonly StaleRun[] {
  const where = 'staleRuns';
  assertReturnSeries(where, 'the series', series);
  checkOptions(where, options, ['periods']);
  const { periods: shortest = 3 } = options;
  assertNumber(where, 'periods', shortest, { min: 1, integer: true });
  const { values, calendar } = series;
  const runs: StaleRun[] = [];
  for (let row = 0; row < values.length; row++) {
    const first = row;
    while (values[row] === 0) row++;
    const periods = row - first;
    if (periods >= shortest) runs.push({ from: calendar.date(first), to: calendar.date(row - 1), periods });
  }
  return deepFreeze(runs);
}
