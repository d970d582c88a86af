import { assertReturnSeries, commonRows, type CommonRows, type ReturnSeries } from '../panel/index.js';
import { ROUNDING } from './rounding.js';

/** A market: the periods in which the benchmark rose, or those in which it fell. */
export type Market = 'up' | 'down';

/**
 * The rows of a pair on which the second, the benchmark, rose (or fell). A benchmark that moved by nothing but rounding (1e-14)
 * did neither, so such a row is in no market.
 */
export function inMarket({ a, b, calendar, rows }: CommonRows, market: Market): CommonRows {
  const sign = market === 'up' ? 1 : -1;
  const within = (_: number, row: number): boolean => sign * b[row]! > ROUNDING;
  return { a: a.filter(within), b: b.filter(within), calendar, rows: rows.filter(within) };
}

/** The returns of a series and its benchmark in one market. */
export function marketPair(series: ReturnSeries, benchmark: ReturnSeries, market: Market, where: string): CommonRows {
  assertReturnSeries(where, 'the series', series);
  assertReturnSeries(where, 'the benchmark', benchmark);
  return inMarket(commonRows(series, benchmark, where), market);
}
