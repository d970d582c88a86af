import type { ReturnSeries } from '../panel/index.js';
import { centralMoments } from './central-moments.js';
import { observed } from './observed.js';

/**
 * How lopsided the returns are of which these are a sample: G₁ = g₁ √(n(n − 1)) / (n − 2), with g₁ the `skewness`. A pure number.
 *
 * The figure of spreadsheets (SKEW) and of most statistics packages, larger than g₁ by about 1.5/n of it.
 *
 * *Undefined (NaN):* fewer than three returns; returns that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`.
 * @see Joanes, D. N. and Gill, C. A. (1998), "Comparing measures of sample skewness and kurtosis", The Statistician 47(1), 183–189: G₁.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.03, -0.01, -0.01, -0.01] } });
 * console.log(sampleSkewness(returns('A')).toFixed(4)); // 2.0000
 */
export function sampleSkewness(series: ReturnSeries): number {
  const values = observed(series, 'sampleSkewness');
  const n = values.length;
  return n < 3 ? NaN : (centralMoments(values).skewness * Math.sqrt(n * (n - 1))) / (n - 2);
}
