import type { ReturnSeries } from '../panel/index.js';
import { centralMoments } from './central-moments.js';
import { type ConfidenceLevelOption, confidenceLevelOf } from './confidence-level.js';
import { rises } from './cornish-fisher.js';
import { normalQuantile } from './normal-quantile.js';
import { observed } from './observed.js';

/** Whether the Cornish–Fisher expansion may be used for a sample of returns. */
export interface CornishFisherDomain {
  /** Population skewness and excess kurtosis, on which it depends; NaN where they are undefined. */
  readonly skewness: number;
  readonly excessKurtosis: number;
  /** The confidence level that was asked about. */
  readonly level: number;
  /** Whether its quantiles keep their order from 1 − level to level: `cornishFisherValueAtRisk` is NaN where they do not. */
  readonly inside: boolean;
  /** Whether they keep it at every level: Maillard's domain. */
  readonly everywhere: boolean;
}

/**
 * Where the Cornish–Fisher expansion makes sense: whether its quantiles rise with their probability, at the level asked for and at every level.
 *
 * The expansion is no distribution. With much skewness or kurtosis its slope a z² + b z + c (a = K/8 − S²/6, b = S/3, c = 1 − K/8 + 5S²/36)
 * turns negative, and a 1 % loss comes out smaller than a 5 % one. `everywhere` demands a slope ≥ 0 for every z: a ≥ 0 and b² ≤ 4ac, so
 * |S| ≤ 6(√2 − 1) = 2.49, and 0 ≤ K ≤ 8 without skewness. `inside` demands it between the quantiles at 1 − level and level only: a nearly
 * normal sample with K just under 0 is inside.
 *
 * *Undefined:* fewer than two returns, or no variation: the moments are NaN and both answers false.
 *
 * @returns a frozen object.
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (a level under 0.5 or not under 1).
 * @see Maillard, D. (2012), "A User's Guide to the Cornish Fisher Expansion", SSRN 1997178.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, -0.01, 0.01, 0] } });
 * const { inside, everywhere } = cornishFisherDomain(returns('A'));
 * console.log(inside, everywhere); // true false
 */
export function cornishFisherDomain(series: ReturnSeries, options: ConfidenceLevelOption = {}): CornishFisherDomain {
  const level = confidenceLevelOf('cornishFisherDomain', options);
  const { skewness, excessKurtosis } = centralMoments(observed(series, 'cornishFisherDomain'));
  return Object.freeze({
    skewness,
    excessKurtosis,
    level,
    inside: rises(normalQuantile(level), skewness, excessKurtosis),
    everywhere: rises(Infinity, skewness, excessKurtosis),
  });
}
