import { normalQuantile } from '../../stats/index.js';
import { normalCdf } from '../distributions/normal-cdf.js';

/** A confidence interval: what lies outside is rejected at the level. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Figures as near as this are equal: a replication may hold the very fall that the data have, rounded otherwise. */
const LEVEL = 1e-12;

/**
 * z₀: the normal quantile of the share of bootstrap values under the estimate, ties counted half. 0 where the estimate is their median,
 * ±Infinity where all lie on one side.
 */
export function biasCorrection(values: Float64Array, estimate: number): number {
  const level = LEVEL * Math.max(1, Math.abs(estimate));
  let below = 0;
  let equal = 0;
  for (let index = 0; index < values.length; index++) {
    const above = values[index]! - estimate;
    if (above < -level) below++;
    else if (above <= level) equal++;
  }
  return normalQuantile((below + equal / 2) / values.length);
}

/**
 * The shares of the values at which the bias-corrected and accelerated interval ends: Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))) for z at either
 * tail. NaN where z₀ is not finite, a is NaN, or so large that the denominator is not positive.
 *
 * @see Efron, B. (1987), "Better Bootstrap Confidence Intervals", Journal of the American Statistical Association 82(397), 171–185.
 */
export function bcaShares(level: number, z0: number, a: number): Interval {
  const tail = normalQuantile((1 - level) / 2);
  const shareAt = (z: number): number => {
    const slowed = 1 - a * (z0 + z);
    return slowed > 0 ? normalCdf(z0 + (z0 + z) / slowed) : NaN;
  };
  return Number.isFinite(z0) ? { low: shareAt(tail), high: shareAt(-tail) } : { low: NaN, high: NaN };
}
