import type { ReturnSeries } from '../panel/index.js';
import { type MinimumAcceptableReturnOption, minimumAcceptableReturnOf, shortfall } from './downside-deviation.js';
import { observed } from './observed.js';
import { ratio } from './rounding.js';
import { mean } from './sample-statistics.js';

/**
 * Reward for falling short, per year: (mean(r) − MAR) / downside deviation × √P. A pure number.
 *
 * The target MAR is per period; the downside deviation is over all returns (see `downsideDeviation`). Holes are skipped.
 *
 * *Undefined (NaN):* no return below the target by more than rounding; no returns.
 *
 * @throws InputError `option.type`, `option.unknown`.
 * @see Sortino, F. and Price, L. (1994), "Performance Measurement in a Downside Risk Framework", Journal of Investing 3(3), 59–64.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(sortinoRatio(returns('A')).toFixed(4)); // 1.0000
 */
export function sortinoRatio(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('sortinoRatio', options);
  const values = observed(series, 'sortinoRatio');
  const deviation = shortfall(values, target);
  return ratio(mean(values) - target, deviation) * Math.sqrt(series.calendar.periodsPerYear);
}
