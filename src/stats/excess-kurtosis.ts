import type { ReturnSeries } from '../panel/index.js';
import { centralMoments } from './central-moments.js';
import { observed } from './observed.js';

/**
 * How heavy the tails of returns are beside the normal distribution's: m₄ / m₂² − 3 with mₖ = Σ(r − mean)ᵏ / n. A pure number ≥ −2.
 *
 * In excess of 3, so a normal distribution has 0; the raw kurtosis, which formulas of Sharpe ratios ask for, is this plus 3. The
 * population figure, divisor n; `sampleExcessKurtosis` is that of spreadsheets.
 *
 * *Undefined (NaN):* fewer than two returns; returns that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`.
 * @see Joanes, D. N. and Gill, C. A. (1998), "Comparing measures of sample skewness and kurtosis", The Statistician 47(1), 183–189: g₂.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, -0.01, -0.01, -0.01] } });
 * console.log(excessKurtosis(returns('A')).toFixed(4)); // -0.6667
 */
export function excessKurtosis(series: ReturnSeries): number {
  return centralMoments(observed(series, 'excessKurtosis')).excessKurtosis;
}
