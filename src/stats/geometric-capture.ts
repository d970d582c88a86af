import type { ReturnSeries } from '../panel/index.js';
import { geometricMeanOf } from './geometric-mean.js';
import { type Market, marketPair } from './in-market.js';
import { ratio } from './rounding.js';

/** The geometric mean of the returns of a series in one market over that of its benchmark; NaN where there was no such market. */
export function geometricCapture(series: ReturnSeries, benchmark: ReturnSeries, market: Market, where: string): number {
  const { a, b } = marketPair(series, benchmark, market, where);
  return ratio(geometricMeanOf(a), geometricMeanOf(b));
}
