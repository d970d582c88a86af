import type { ReturnSeries } from '../panel/index.js';
import { type ConfidenceLevelOption, confidenceLevelOf } from './confidence-level.js';
import { observed } from './observed.js';
import { mean } from './sample-statistics.js';
import { lowerQuantile } from './value-at-risk.js';

/**
 * The mean of the worst returns: Σ r / k over the k returns at or below `valueAtRisk`, a fraction per period, with its sign.
 *
 * Historical, also called conditional value at risk. At least one return lies there, so it is never worse than the worst return and never
 * better than the value at risk. In short samples it is coarse: one return more or less in the tail changes it.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (a level under 0.5 or not under 1).
 * @see Acerbi, C. and Tasche, D. (2002), "On the coherence of expected shortfall", Journal of Banking & Finance 26(7), 1487–1503.
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'], returns: { A: [0.03, -0.08, 0.01, -0.02, 0.02] } });
 * console.log(expectedShortfall(returns('A'), { level: 0.75 }).toFixed(4), expectedShortfall(returns('A')).toFixed(4)); // -0.0500 -0.0800
 */
export function expectedShortfall(series: ReturnSeries, options: ConfidenceLevelOption = {}): number {
  const level = confidenceLevelOf('expectedShortfall', options);
  const values = observed(series, 'expectedShortfall');
  const bound = lowerQuantile(values, level);
  // A mean of equal numbers may round past them.
  return Math.min(bound, mean(values.filter((value) => value <= bound)));
}
