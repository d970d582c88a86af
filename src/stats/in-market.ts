import { assertReturnSeries, type CommonRows, type ReturnSeries } from '../panel/index.js';
import { pairOf } from './pair-of.js';
import { ROUNDING } from './rounding.js';
import { shared } from './shared.js';

/** A market: the periods in which the benchmark rose, or those in which it fell. */
export type Market = 'up' | 'down';

/**
 * The rows of a pair on which the second, the benchmark, rose (or fell). A benchmark that moved by nothing but rounding (1e-14)
 * did neither, so such a row is in no market.
 */
export function inMarket(pair: CommonRows, market: Market): CommonRows {
  const { a, b, calendar, rows } = pair;
  return shared('market', [a, b, market], () => {
    const sign = market === 'up' ? 1 : -1;
    const kept = { a: new Float64Array(a.length), b: new Float64Array(a.length), rows: new Int32Array(a.length) };
    let count = 0;
    for (let row = 0; row < a.length; row++) {
      // Written whether it counts or not: a branch that goes either way takes longer.
      kept.a[count] = a[row]!;
      kept.b[count] = b[row]!;
      kept.rows[count] = rows[row]!;
      count += Number(sign * b[row]! > ROUNDING);
    }
    return {
      a: kept.a.subarray(0, count),
      b: kept.b.subarray(0, count),
      calendar,
      rows: kept.rows.subarray(0, count),
    };
  });
}

/** The returns of a series and its benchmark in one market. */
export function marketPair(series: ReturnSeries, benchmark: ReturnSeries, market: Market, where: string): CommonRows {
  assertReturnSeries(where, 'the series', series);
  assertReturnSeries(where, 'the benchmark', benchmark);
  return inMarket(pairOf(series, benchmark, where), market);
}
