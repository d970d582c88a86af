import type { ReturnSeries } from '../panel/index.js';
import { logGrowths } from './log-growths.js';
import { path } from './observed.js';
import { ratio, deviationOf } from './rounding.js';
import { sampleCovariance } from './sample-statistics.js';

/**
 * How steadily wealth grew, or shrank: R² of the least-squares line through log wealth over time, from 0 to 1.
 *
 * corr(t, log Wₜ)² over the points t = 0 … n, log Wₜ = Σ log(1 + r). 1 is the same return in every period, be it a loss: it says nothing about the direction. The points are those of the wealth path,
 * the starting 1 among them, one unit of time apart. Wealth is a sum of shocks, so R² is high for random walks too: compare
 * series of one length, and read no significance into it.
 *
 * *Undefined (NaN):* fewer than two returns; a hole inside the life; a total loss, whose log is −∞, or more; wealth that moves by nothing but rounding.
 *
 * @throws InputError `series.invalid`.
 * @see Granger, C. W. J. and Newbold, P. (1974), "Spurious Regressions in Econometrics", Journal of Econometrics 2(2), on the R² of
 *   trending series; the statistic is the stability of the empyrical library.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [1, -0.5, 1] } });
 * console.log(stability(returns('A')).toFixed(4)); // 0.2000
 */
export function stability(series: ReturnSeries): number {
  const { values } = path(series, 'stability');
  if (values.length < 2) return NaN;
  const growths = logGrowths(values);
  const logs = new Float64Array(values.length + 1);
  const times = new Float64Array(values.length + 1);
  // Not the log of wealth: over a million rows wealth itself leaves the range of numbers.
  for (let row = 0; row < values.length; row++) {
    logs[row + 1] = logs[row]! + growths[row]!;
    times[row + 1] = row + 1;
  }
  return Math.min(1, ratio(sampleCovariance(logs, times), deviationOf(logs) * deviationOf(times)) ** 2);
}
