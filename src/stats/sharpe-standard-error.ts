import type { ReturnSeries } from '../panel/index.js';
import { centralMoments } from './central-moments.js';
import { lessCash } from './excess-returns.js';
import { observed } from './observed.js';
import { ratio, deviationOf } from './rounding.js';
import { mean, type Numbers } from './sample-statistics.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/** What the standard error of a Sharpe ratio is computed from, all per period. */
export interface SharpeMoments {
  /** Mean over sample standard deviation of the excess returns, not annualised. */
  readonly sharpe: number;
  /** m₃ / m₂^1.5, with divisors n. */
  readonly skewness: number;
  /** m₄ / m₂², with divisors n: 3 for a normal distribution. */
  readonly kurtosis: number;
  /** Number of excess returns. */
  readonly count: number;
}

/**
 * How uncertain a Sharpe ratio is, per year as `sharpeRatio` is: √P × √((1 − γ₃S + (γ₄ − 1)/4 · S²) / (n − 1)). A pure number.
 *
 * S is the Sharpe ratio per period, γ₃ and γ₄ are the skewness and the (raw) kurtosis of the excess returns, with divisors n. Divided by √P
 * it is the standard error of S. For independent returns of any distribution, in large samples: normal ones have γ₃ = 0 and γ₄ = 3,
 * which gives Lo's (1 + S²/2)/(n − 1). Autocorrelation makes it larger. Without `riskFree` cash earns 0. Rows where either has no return are skipped.
 *
 * *Undefined (NaN):* where `sharpeRatio` is.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Mertens, E. (2002), "Comments on Variance of the IID Estimator in Lo (2002)", University of Basel; Lo, A. W. (2002), "The
 *   Statistics of Sharpe Ratios", Financial Analysts Journal 58(4); Bailey, D. and López de Prado, M. (2012), "The Sharpe Ratio Efficient
 *   Frontier", Journal of Risk 15(2), for the divisor.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0, 0.1, 0.2] } });
 * console.log(sharpeRatio(returns('A')).toFixed(4), sharpeStandardError(returns('A')).toFixed(4)); // 1.0000 0.7500
 */
export function sharpeStandardError(series: ReturnSeries, options: RiskFreeOption = {}): number {
  const excess = lessCash(series, riskFreeOf('sharpeStandardError', options), 'sharpeStandardError');
  const moments = sharpeMoments(observed(excess, 'sharpeStandardError'));
  return errorOfSharpe(moments) * Math.sqrt(series.calendar.periodsPerYear);
}

/** The moments of excess returns that the precision of their Sharpe ratio depends on; NaN where that ratio is. */
export function sharpeMoments(values: Numbers): SharpeMoments {
  const { skewness, excessKurtosis } = centralMoments(values);
  return {
    sharpe: ratio(mean(values), deviationOf(values)),
    skewness,
    kurtosis: excessKurtosis + 3,
    count: values.length,
  };
}

/** The standard error of a Sharpe ratio per period, by Mertens, with divisor n − 1. */
export function errorOfSharpe({ sharpe, skewness, kurtosis, count }: SharpeMoments): number {
  // Kurtosis is at least 1 + skewness², so this is 0 or more; two equally frequent outcomes reach 0 but for rounding.
  const variance = Math.max(0, 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2);
  return Math.sqrt(ratio(variance, count - 1));
}
