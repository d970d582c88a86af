import { normalQuantile } from '../../stats/index.js';
import { betaQuantileLogOdds } from './beta-quantile.js';

/**
 * The quantile of Student's t: the value below which a t variable with `df` degrees of freedom lies with probability p; ±Infinity at p = 1
 * and 0. With df = Infinity the normal one.
 *
 * *Undefined (NaN):* p outside [0, 1], df not above 0.
 */
export function studentQuantile(p: number, df: number): number {
  if (!(df > 0)) return NaN;
  if (df === Infinity || p === 0 || p === 1) return normalQuantile(p);
  const sign = Math.sign(p - 0.5);
  if (sign === 0) return 0;
  // t² / (t² + df) is Beta(½, df/2). The log odds of the smaller of the two probabilities keep the digits.
  const inside = 2 * Math.abs(p - 0.5);
  const outside = 2 * Math.min(p, 1 - p);
  const logOdds = inside < 0.5 ? betaQuantileLogOdds(inside, 0.5, df / 2) : -betaQuantileLogOdds(outside, df / 2, 0.5);
  return sign * Math.sqrt(df * Math.exp(logOdds));
}
