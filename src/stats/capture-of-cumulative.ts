import type { ReturnSeries } from '../panel/index.js';
import { marketPair } from './in-market.js';
import { type MarketOption, marketOf } from './market-option.js';
import { ratio } from './rounding.js';
import { growthOver } from './total-return.js';

/**
 * The capture ratio of totals: (Π(1 + r) − 1) / (Π(1 + b) − 1) over the periods in which the benchmark rose, or in which it fell.
 *
 * A pure number, 1.05 is 105 %. Not annualised, so it is defined for a single period, and it drifts with the length of the record: a
 * series that takes 60 % of every gain has a smaller and smaller share of the total gain. `upCapture` and `downCapture`
 * are those of geometric means, which do not. A benchmark return of 0 (within 1e-14) is in neither market. Rows where either has no return are skipped.
 *
 * *Undefined (NaN):* no period of the market; a total gain past 1e308, as of tens of thousands of rising days in a row.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.missing`, `option.range`, `option.type`, `option.unknown`.
 * @see Bacon, C. R. (2004), Practical Portfolio Performance Measurement and Attribution, p. 47 (up and down capture).
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2023-01', '2023-02', '2023-03'], returns: { A: [0.1, -0.03, 0.1], B: [0.2, -0.02, 0.2] } });
 * console.log(captureOfCumulative(returns('A'), returns('B'), { market: 'up' }).toFixed(4)); // 0.4773
 */
export function captureOfCumulative(series: ReturnSeries, benchmark: ReturnSeries, options: MarketOption): number {
  const { a, b } = marketPair(series, benchmark, marketOf('captureOfCumulative', options), 'captureOfCumulative');
  return ratio(gain(a), gain(b));
}

/** Π(1 + r) − 1, NaN where it is more than a number holds. */
const gain = (returns: Float64Array): number => growthOver(returns, 0, returns.length - 1) - 1;
