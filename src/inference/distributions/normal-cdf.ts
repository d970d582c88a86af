import { normalDensity } from '../../stats/index.js';

/** Beyond this the continued fraction of the tail is short, up to it the series loses no digits. */
const TAIL = 2;
/** Terms of the continued fraction that its slowest use, at TAIL, needs for the last digit. */
const TERMS = 160;

/**
 * The probability that a standard normal variable is at most z, Φ(z). From 0 to 1, right to about 1e-14 of itself in the lower tail too.
 *
 * Near 0 the series Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/15 + …); in the tails Laplace's continued fraction φ(z)/(z + 1/(z + 2/(z + …))).
 *
 * @see NIST Digital Library of Mathematical Functions, §§ 7.6 and 7.9.
 */
export function normalCdf(z: number): number {
  const distance = Math.abs(z);
  if (Number.isNaN(z)) return NaN;
  if (distance > TAIL) return z < 0 ? tail(distance) : 1 - tail(distance);
  let term = z;
  let sum = 0;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (z * z) / odd;
  }
  return 0.5 + normalDensity(z) * sum;
}

function tail(z: number): number {
  let fraction = z;
  for (let term = TERMS; term > 0; term--) fraction = z + term / fraction;
  return normalDensity(z) / fraction;
}
