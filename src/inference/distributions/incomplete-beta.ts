import { logGamma, stirlingRemainder } from './log-gamma.js';

/** Below this ln Γ itself is small enough to be subtracted. */
const SMALL = 10;
/** More steps than any sample size needs: the number grows with the root of the parameters. */
const MOST_STEPS = 100_000;
/** Stands for zero in a continued fraction. */
const TINY = 1e-300;

/**
 * The regularised incomplete beta function Iₓ(a, b): the probability that a Beta(a, b) variable is at most x. A pure number from 0 to 1.
 *
 * Its continued fraction, on the side where it converges fast; right to about 1e-13.
 *
 * *Undefined (NaN):* x outside [0, 1], a or b not above 0.
 *
 * @see NIST Digital Library of Mathematical Functions, § 8.17(v).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  return incompleteBetaOf(x, 1 - x, a, b);
}

/** {@link incompleteBeta} for who knows 1 − x better than a subtraction gives it. */
export function incompleteBetaOf(x: number, complement: number, a: number, b: number): number {
  if (!(x >= 0 && complement >= 0 && a > 0 && b > 0)) return NaN;
  const front = betaKernel(x, complement, a, b);
  // The fraction converges fast below the mean; above it the other tail is computed.
  return x <= (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(complement, b, a)) / b;
}

/** xᵃ (1 − x)ᵇ / B(a, b), without the cancellation of large logarithms. It is x (1 − x) times the density. */
export function betaKernel(x: number, complement: number, a: number, b: number): number {
  const [least, most] = [Math.min(a, b), Math.max(a, b)];
  if (least < SMALL) {
    // Γ(a + b) / Γ(most) by Stirling: what is large in both is taken off before it is computed.
    const quotient =
      (most - 0.5) * Math.log1p(least / most) +
      least * (Math.log(a + b) - 1) +
      (stirlingRemainder(a + b) - stirlingRemainder(most));
    return Math.exp(logOf(x, complement, a) + logOf(complement, x, b) + quotient - logGamma(least));
  }
  // How far x lies from a / (a + b), where both logarithms are 0.
  const away = x * b - complement * a;
  const remainder = stirlingRemainder(a + b) - stirlingRemainder(a) - stirlingRemainder(b);
  return (
    Math.sqrt((a / (2 * Math.PI)) * (b / (a + b))) *
    Math.exp(a * Math.log1p(away / a) + b * Math.log1p(-away / b) + remainder)
  );
}

/** power × ln(base), by the complement where the base is near 1. */
const logOf = (base: number, complement: number, power: number): number =>
  power * (base > 0.5 ? Math.log1p(-complement) : Math.log(base));

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let upper = 1;
  let lower = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = lower;
  for (let step = 1; step < MOST_STEPS; step++) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    lower = 1 / nonZero(1 + even * lower);
    upper = nonZero(1 + even / upper);
    fraction *= lower * upper;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    lower = 1 / nonZero(1 + odd * lower);
    upper = nonZero(1 + odd / upper);
    fraction *= lower * upper;
    if (Math.abs(lower * upper - 1) < Number.EPSILON) break;
  }
  return fraction;
}

const nonZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
