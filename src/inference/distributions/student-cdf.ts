import { incompleteBetaOf } from './incomplete-beta.js';
import { normalCdf } from './normal-cdf.js';

/**
 * The probability that a Student t variable with `df` degrees of freedom is at most t: half the incomplete beta function of df/(df + t²). From 0
 * to 1; with df = Infinity the normal one.
 *
 * *Undefined (NaN):* t NaN, df not above 0.
 *
 * @see Abramowitz, M. and Stegun, I. A. (1964), Handbook of Mathematical Functions, 26.7.1.
 */
export function studentCdf(t: number, df: number): number {
  if (df === Infinity) return normalCdf(t);
  const tail = incompleteBetaOf(1 / (1 + (t / df) * t), 1 / (1 + df / t / t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}
