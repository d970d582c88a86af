import type { ReturnSeries } from '../panel/index.js';
import { centralMoments } from './central-moments.js';
import { observed } from './observed.js';

/**
 * How lopsided returns are: m₃ / m₂^1.5 with mₖ = Σ(r − mean)ᵏ / n. A pure number; negative where the long tail is that of the losses.
 *
 * The population figure, divisor n. `sampleSkewness` is the same times √(n(n − 1))/(n − 2), as spreadsheets have it.
 *
 * *Undefined (NaN):* fewer than two returns; returns that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`.
 * @see Joanes, D. N. and Gill, C. A. (1998), "Comparing measures of sample skewness and kurtosis", The Statistician 47(1), 183–189: g₁.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, -0.01, -0.01, -0.01] } });
 * console.log(skewness(returns('A')).toFixed(4)); // 1.1547
 */
export function skewness(series: ReturnSeries): number {
  return centralMoments(observed(series, 'skewness')).skewness;
}
