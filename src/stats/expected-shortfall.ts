import type { ReturnSeries } from '../panel/index.js';
import { type ConfidenceLevelOption, confidenceLevelOf } from './confidence-level.js';
import { observed } from './observed.js';
import { mean, type Numbers } from './sample-statistics.js';
import { lowerQuantile } from './value-at-risk.js';

/**
 * The mean of the worst returns: Σ r / k over the k returns at or below `valueAtRisk`, a fraction per period, with its sign.
 *
 * Historical, also called conditional value at risk. At least one return lies there, so it is never worse than the worst return and never
 * better than the value at risk. In short samples it is coarse: one return more or less in the tail changes it. That of Acerbi and Tasche
 * weighs the tail exactly: the worst (1 − level)·n returns, the last of them by the fraction that is left. Of the returns −3 %, −2 %, −1 % and
 * 0 at level 0.625 theirs is (−3 − ½·2) / 1.5 = −2.67 %; here the two at or below the value at risk of −1.875 % have the mean −2.5 %. `conditionalDrawdownAtRisk` weighs as they do.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (a level under 0.5 or not under 1).
 * @see Rockafellar, R. T. and Uryasev, S. (2002), "Conditional value-at-risk for general loss distributions", Journal of Banking & Finance
 *   26(7), 1443–1471 (the lower CVaR, a mean of the tail as it falls); Acerbi, C. and Tasche, D. (2002), "On the coherence of expected
 *   shortfall", the same issue, 1487–1503 (the exact weights).
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'], returns: { A: [0.03, -0.08, 0.01, -0.02, 0.02] } });
 * console.log(expectedShortfall(returns('A'), { level: 0.75 }).toFixed(4), expectedShortfall(returns('A')).toFixed(4)); // -0.0500 -0.0800
 */
export function expectedShortfall(series: ReturnSeries, options: ConfidenceLevelOption = {}): number {
  const level = confidenceLevelOf('expectedShortfall', options);
  const values = observed(series, 'expectedShortfall');
  const bound = lowerQuantile(values, level);
  // A mean of equal numbers may round past them.
  return Math.min(bound, mean(upTo(values, bound)));
}

/** The numbers that do not lie above a bound, in their order. */
function upTo(values: Numbers, bound: number): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) if (values[row]! <= bound) kept[count++] = values[row]!;
  return kept.subarray(0, count);
}
