import type { ReturnSeries } from '../panel/index.js';
import { lessBenchmark } from './active-returns.js';
import { meanOverSpread } from './sharpe-ratio.js';

/**
 * Reward for straying from the benchmark: P·mean(r − b) / tracking error. A pure number.
 *
 * With the arithmetic mean; the difference of two CAGRs over the tracking error, as some tools have it, is another number.
 *
 * *Undefined (NaN):* fewer than two common returns; a tracking error of 0, as of a series against itself.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Goodwin, T. H. (1998), "The Information Ratio", Financial Analysts Journal 54(4), 34–43.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [0.02, 0.04, 0.06], B: [0.01, 0.02, 0.03] } });
 * console.log(informationRatio(returns('A'), returns('B')).toFixed(4)); // 4.0000
 */
export function informationRatio(series: ReturnSeries, benchmark: ReturnSeries): number {
  return meanOverSpread(lessBenchmark(series, benchmark, 'informationRatio'), 'informationRatio');
}
