import { incompleteBetaOf } from './incomplete-beta.js';
import { normalCdf } from './normal-cdf.js';

/**
 * The probability that an F variable with q and df degrees of freedom is above x: I(df/2, q/2) at df/(df + q x). df Infinity: that a χ² variable
 * with q degrees of freedom is above q x, by its finite sums.
 *
 * *Undefined (NaN):* x below 0 or NaN, df not above 0.
 *
 * @see NIST Digital Library of Mathematical Functions, § 8.17 (F), § 8.4 (the incomplete gamma function at halves and whole numbers).
 */
export function fisherTail(x: number, q: number, df: number): number {
  if (df !== Infinity) return incompleteBetaOf(df / (df + q * x), (q * x) / (df + q * x), df / 2, q / 2);
  const half = (q * x) / 2;
  if (!(half >= 0)) return NaN;
  const odd = q % 2 === 1;
  // e^−h hᵏ/Γ(k + 1) for k = 0, 1, … or ½, 3/2, …
  let term = odd ? 2 * Math.sqrt(half / Math.PI) * Math.exp(-half) : Math.exp(-half);
  let sum = odd ? 2 * normalCdf(-Math.sqrt(2 * half)) : 0;
  for (let power = odd ? 0.5 : 0; power < q / 2; power++) {
    sum += term;
    term *= half / (power + 1);
  }
  return sum;
}
