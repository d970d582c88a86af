import { assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import { pairOf } from './pair-of.js';
import { deviationOf } from './rounding.js';
import { sampleCovariance, sampleVariance } from './sample-statistics.js';

/**
 * How closely two series move together: Pearson's correlation of their returns, from −1 to 1.
 *
 * cov(a, b) / (sd(a)·sd(b)), divisor n − 1 throughout. On returns as they are, not over cash. Rows where either has no return are skipped.
 *
 * *Undefined (NaN):* fewer than two common returns; one of the two does not vary by more than rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (correlation).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [0.03, 0.05, 0.07], B: [0.03, 0.02, 0.01] } });
 * console.log(correlation(returns('A'), returns('B')).toFixed(4)); // -1.0000
 */
export function correlation(series: ReturnSeries, other: ReturnSeries): number {
  assertReturnSeries('correlation', 'the series', series);
  assertReturnSeries('correlation', 'the other series', other);
  const { a, b } = pairOf(series, other, 'correlation');
  if (deviationOf(a) === 0 || deviationOf(b) === 0) return NaN;
  // The root of the product of the variances, not the product of their roots: it is exact where the two are equal.
  const [own, beside] = [sampleVariance(a), sampleVariance(b)];
  const product = own * beside;
  // A product past what a number can hold would make it 0.
  const scale = product === Infinity ? Math.sqrt(own) * Math.sqrt(beside) : Math.sqrt(product);
  const quotient = sampleCovariance(a, b) / scale;
  // Rounding may carry the quotient past 1 by a unit in the last place.
  return Math.max(-1, Math.min(1, quotient));
}
