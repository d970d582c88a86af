import type { ReturnSeries } from '../panel/index.js';
import { type ConfidenceLevelOption, confidenceLevelOf } from './confidence-level.js';
import { observed } from './observed.js';
import { tailMean } from './tail-mean.js';
import { lowerQuantile } from './value-at-risk.js';

/**
 * The mean of the worst returns: over exactly the worst (1 − level) share of them, a fraction per period, with its sign.
 *
 * (r₍₁₎ + … + r₍ₖ₎ + (m − k)·r₍ₖ₊₁₎) / m with m = (1 − level)·n, k = ⌊m⌋ and the returns from the worst up: the last one counts by the part of it that
 * belongs to the share. Of −3 %, −2 %, −1 % and 0 at level 0.625 that is (−3 − ½·2) / 1.5 = −2.67 %. The mean of all returns at or below a quantile,
 * which most tools print, averages more than the share and is no coherent measure of risk. With m under 1 it is the worst return. Never better than
 * `valueAtRisk`. Historical, also called conditional value at risk; `conditionalDrawdownAtRisk` weighs drawdowns in the same way.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (a level under 0.5 or not under 1).
 * @see Acerbi, C. and Tasche, D. (2002), "On the coherence of expected shortfall", Journal of Banking & Finance 26(7), 1487–1503, definition 2.6;
 *   Rockafellar, R. T. and Uryasev, S. (2002), "Conditional value-at-risk for general loss distributions", the same issue, 1443–1471, proposition 8.
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03', '2024-04'], returns: { A: [-0.02, 0, -0.03, -0.01] } });
 * console.log(expectedShortfall(returns('A'), { level: 0.625 }).toFixed(4), expectedShortfall(returns('A')).toFixed(4)); // -0.0267 -0.0300
 */
export function expectedShortfall(series: ReturnSeries, options: ConfidenceLevelOption = {}): number {
  const level = confidenceLevelOf('expectedShortfall', options);
  const values = observed(series, 'expectedShortfall');
  // A mean of equal numbers may round past them.
  return Math.min(lowerQuantile(values, level), tailMean(values, level));
}
