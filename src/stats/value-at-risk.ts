import type { ReturnSeries } from '../panel/index.js';
import { type ConfidenceLevelOption, confidenceLevelOf } from './confidence-level.js';
import { observed } from './observed.js';
import { quantileAt, ranked } from './quantile.js';
import type { Numbers } from './sample-statistics.js';
import { shared } from './shared.js';

/**
 * The return that all but the worst periods reached: the (1 − level) quantile of the returns (type 7), a fraction per period.
 *
 * Historical: no distribution is supposed. A return with its sign, so a loss is negative; many tools print the loss as a positive number.
 * Between two returns it interpolates; with n returns nothing worse than the worst is seen, and at level 0.95 fewer than 20 returns say little.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (a level under 0.5 or not under 1).
 * @see Jorion, P. (2006), Value at Risk, 3rd ed., ch. 5; Hyndman, R. J. and Fan, Y. (1996), The American Statistician 50(4), definition 7.
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'], returns: { A: [0.03, -0.08, 0.01, -0.02, 0.02] } });
 * console.log(valueAtRisk(returns('A'), { level: 0.75 }).toFixed(4), valueAtRisk(returns('A')).toFixed(4)); // -0.0200 -0.0680
 */
export function valueAtRisk(series: ReturnSeries, options: ConfidenceLevelOption = {}): number {
  const level = confidenceLevelOf('valueAtRisk', options);
  return lowerQuantile(observed(series, 'valueAtRisk'), level);
}

/** The (1 − level) quantile. Type 7 is the same from both ends, and 1 − level is not exact in binary: it is taken from the upper end. */
export function lowerQuantile(values: Numbers, level: number): number {
  // Plus 0, so that a quantile of −0 is 0.
  return shared('lower quantile', [values, level], () => quantileAt(ranked(values), level, 'highest') + 0);
}
