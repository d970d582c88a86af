import { ratio } from '../../stats/index.js';
import { studentCdf } from '../distributions/student-cdf.js';
import { studentQuantile } from '../distributions/student-quantile.js';

/** An estimated figure and how precise it is. */
export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
  /** estimate / standardError: NaN where the error is 0 or undefined. */
  readonly t: number;
  /** Two-sided: how often a figure at least as far from 0 would come by chance if the truth were 0. */
  readonly p: number;
  /** Ends of the confidence interval; NaN where the error is 0 or undefined. */
  readonly low: number;
  readonly high: number;
}

/** Figures of one estimate; `df` is Infinity for the normal distribution. */
export function estimateOf(estimate: number, variance: number, df: number, level: number): Estimate {
  // Equal weights can give a negative variance: there is no error then.
  const standardError = Math.sqrt(variance);
  const t = ratio(estimate, standardError);
  // Where nothing varies nothing is known of how far the truth is: no interval of no width.
  const width = standardError === 0 ? NaN : criticalValue(df, level) * standardError;
  return {
    estimate,
    standardError,
    t,
    p: 2 * studentCdf(-Math.abs(t), df),
    low: estimate - width,
    high: estimate + width,
  };
}

/** How many standard errors a two-sided interval reaches to either side. */
export function criticalValue(df: number, level: number): number {
  return studentQuantile(1 - (1 - level) / 2, df);
}

/** The same figure in other units, such as a year's instead of a month's. */
export function scaled({ estimate, standardError, t, p, low, high }: Estimate, factor: number): Estimate {
  return {
    estimate: estimate * factor,
    standardError: standardError * factor,
    t,
    p,
    low: low * factor,
    high: high * factor,
  };
}
