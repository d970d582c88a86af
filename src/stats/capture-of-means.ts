import type { ReturnSeries } from '../panel/index.js';
import { marketPair } from './in-market.js';
import { type MarketOption, marketOf } from './market-option.js';
import { ratio } from './rounding.js';
import { mean } from './sample-statistics.js';

/**
 * The arithmetic capture ratio: mean(r) / mean(b) over the periods in which the benchmark rose, or in which it fell.
 *
 * A pure number, 1.05 is 105 %. Nothing is compounded, so it is defined for a single period; `upCapture` and `downCapture` are the
 * geometric ones. A benchmark return of 0 (within 1e-14) is in neither market. Rows where either has no return are skipped.
 *
 * *Undefined (NaN):* no period of the market.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.missing`, `option.range`, `option.type`, `option.unknown`.
 * @see Bacon, C. R. (2004), Practical Portfolio Performance Measurement and Attribution, p. 47 (up and down capture).
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2023-01', '2023-02', '2023-03'], returns: { A: [0.01, -0.03, 0.05], B: [0.02, -0.02, 0.02] } });
 * console.log(captureOfMeans(returns('A'), returns('B'), { market: 'up' }).toFixed(2)); // 1.50
 * console.log(captureOfMeans(returns('A'), returns('B'), { market: 'down' }).toFixed(2)); // 1.50
 */
export function captureOfMeans(series: ReturnSeries, benchmark: ReturnSeries, options: MarketOption): number {
  const { a, b } = marketPair(series, benchmark, marketOf('captureOfMeans', options), 'captureOfMeans');
  return ratio(mean(a), mean(b));
}
