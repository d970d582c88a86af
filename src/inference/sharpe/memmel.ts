import { type Numbers, ratio, sampleCovariance, sampleStandardDeviation } from '../../stats/index.js';

/** Two Sharpe ratios per period and the variance of their difference. */
export interface SharpePair {
  readonly correlation: number;
  readonly variance: number;
}

/**
 * The variance of the difference of two Sharpe ratios per period for independent, jointly normal returns:
 * [2 − 2ρ + ½(S₁² + S₂² − 2 S₁ S₂ ρ²)] / n. What is nothing but rounding is 0.
 *
 * @see Jobson, J. D. and Korkie, B. M. (1981), Journal of Finance 36(4); Memmel, C. (2003), "Performance Hypothesis Testing with the Sharpe Ratio",
 *   Finance Letters 1, 21–23 (the correction).
 */
export function memmel(a: Numbers, b: Numbers, sharpeA: number, sharpeB: number): SharpePair {
  const correlation = ratio(sampleCovariance(a, b), sampleStandardDeviation(a) * sampleStandardDeviation(b));
  const sum = 2 - 2 * correlation + (sharpeA ** 2 + sharpeB ** 2 - 2 * sharpeA * sharpeB * correlation ** 2) / 2;
  return { correlation, variance: (sum < 1e-13 ? 0 : sum) / a.length };
}
