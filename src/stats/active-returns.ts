import { assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import { difference } from './difference.js';

/**
 * What a series earned more than its benchmark in each period: a = r − b, in fractions.
 *
 * The arithmetic difference. The geometric one, (1 + r)/(1 + b) − 1, is another number.
 *
 * @returns a series of kind 'excess' on the first series' calendar; daily and weekly series of different holidays are compounded between the
 *   closes that both have, and so is its calendar: a return of two days stands beside the same two days. NaN where either has no return, or where a row is a part of a
 *   period in one calendar and the whole, or another part, in the other.
 * @throws InputError `calendar.mismatch` when the frequencies differ.
 * @see Goodwin, T. H. (1998), "The Information Ratio", Financial Analysts Journal 54(4).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.1, 0.08], B: [0.04, 0.09] } });
 * const active = activeReturns(returns('A'), returns('B'));
 * console.log(active.values[0]!.toFixed(2), active.values[1]!.toFixed(2)); // 0.06 -0.01
 */
export function activeReturns(series: ReturnSeries, benchmark: ReturnSeries): ReturnSeries {
  return lessBenchmark(series, benchmark, 'activeReturns');
}

/** {@link activeReturns} in the name of the statistic that asks. */
export function lessBenchmark(series: ReturnSeries, benchmark: ReturnSeries, where: string): ReturnSeries {
  assertReturnSeries(where, 'the series', series);
  assertReturnSeries(where, 'the benchmark', benchmark);
  return difference(series, benchmark, where);
}
