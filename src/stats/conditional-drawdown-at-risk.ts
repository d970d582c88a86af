import type { ReturnSeries } from '../panel/index.js';
import { type ConfidenceLevelOption, confidenceLevelOf } from './confidence-level.js';
import { isKnown, periodDrawdowns } from './period-drawdowns.js';
import { tailMean } from './tail-mean.js';

/**
 * The mean of the worst drawdowns: over the deepest (1 − level) share of the periods, by their drawdown at the end. A fraction from −1 to 0.
 *
 * All n periods count, not one number per fall: a long fall weighs as long as it lasts. The share is met exactly: with (1 − level) n = 2.4 the two deepest
 * count in full and the third with 0.4. So periods at the peak never dilute it, and a share of one period or less is the maximum drawdown.
 *
 * *Undefined (NaN):* a hole inside the life; no returns.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (a level under 0.5 or not under 1).
 * @see Chekhlov, A., Uryasev, S. and Zabarankin, M. (2005), "Drawdown Measure in Portfolio Optimization", International Journal of Theoretical and
 *   Applied Finance 8(1), 13–58.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [-0.5, 0.5, 1, 0] } });
 * console.log(conditionalDrawdownAtRisk(returns('A'), { level: 0.5 })); // -0.375
 */
export function conditionalDrawdownAtRisk(series: ReturnSeries, options: ConfidenceLevelOption = {}): number {
  const level = confidenceLevelOf('conditionalDrawdownAtRisk', options);
  const falls = periodDrawdowns(series, 'conditionalDrawdownAtRisk');
  return isKnown(falls) ? tailMean(falls, level) : NaN;
}
