import { betaKernel, incompleteBetaOf } from './incomplete-beta.js';

/** Beyond these log odds a probability is 0 or 1 in double precision. */
const WIDEST = 740;
const MOST_STEPS = 200;

/**
 * The beta quantile: the x below which a Beta(a, b) variable lies with probability p. From 0 to 1; with a = k and b = n − k + 1 the
 * lower end of the Clopper–Pearson interval of k hits in n.
 *
 * *Undefined (NaN):* p outside [0, 1], a or b not above 0.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p === 0 || p === 1) return a > 0 && b > 0 ? p : NaN;
  return 1 / (1 + Math.exp(-betaQuantileLogOdds(p, a, b)));
}

/**
 * ln(x / (1 − x)) of the beta quantile, which keeps the digits of 1 − x too: Newton's method kept inside a bracket. On log odds the
 * slope of the distribution function is xᵃ (1 − x)ᵇ / B(a, b).
 */
export function betaQuantileLogOdds(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1 && a > 0 && b > 0)) return NaN;
  let [low, high] = [-WIDEST, WIDEST];
  let logOdds = Math.log(a / b);
  for (let step = 0; step < MOST_STEPS; step++) {
    const [x, complement] = [1 / (1 + Math.exp(-logOdds)), 1 / (1 + Math.exp(logOdds))];
    const excess = incompleteBetaOf(x, complement, a, b) - p;
    if (excess > 0) high = logOdds;
    else low = logOdds;
    const newton = logOdds - excess / betaKernel(x, complement, a, b);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - logOdds) <= 4 * Number.EPSILON * Math.max(1, Math.abs(next))) return next;
    logOdds = next;
  }
  return logOdds;
}
