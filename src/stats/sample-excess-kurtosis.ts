import type { ReturnSeries } from '../panel/index.js';
import { centralMoments } from './central-moments.js';
import { observed } from './observed.js';

/**
 * How heavy the tails are of the returns of which these are a sample: G₂ = (n − 1)/((n − 2)(n − 3)) × ((n + 1) g₂ + 6), with g₂ the
 * `excessKurtosis`. A pure number; 0 on average over normal samples.
 *
 * The figure of spreadsheets (KURT) and of most statistics packages.
 *
 * *Undefined (NaN):* fewer than four returns; returns that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`.
 * @see Joanes, D. N. and Gill, C. A. (1998), "Comparing measures of sample skewness and kurtosis", The Statistician 47(1), 183–189: G₂.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, -0.01, -0.01, -0.01] } });
 * console.log(sampleExcessKurtosis(returns('A')).toFixed(4)); // 4.0000
 */
export function sampleExcessKurtosis(series: ReturnSeries): number {
  const values = observed(series, 'sampleExcessKurtosis');
  const n = values.length;
  if (n < 4) return NaN;
  return ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * centralMoments(values).excessKurtosis + 6);
}
