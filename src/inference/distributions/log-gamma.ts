/** From here on the asymptotic series of the remainder is right to the last digit. */
const LARGE = 15;

/** Coefficients of Stirling's series: B₂ₖ / (2k (2k − 1)). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * What Stirling's formula leaves over: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x > 0. It falls like 1/(12 x), so differences of it keep
 * the digits that differences of ln Γ lose.
 *
 * @see NIST Digital Library of Mathematical Functions, § 5.11.
 */
export function stirlingRemainder(x: number): number {
  if (x < LARGE) return logGamma(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI);
  const square = 1 / (x * x);
  return SERIES.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / x;
}

const HALF_LOG_TWO_PI = 0.9189385332046727;

/** ln Γ(x) for x > 0: Stirling's series, reached from small x by Γ(x + 1) = x Γ(x). */
export function logGamma(x: number): number {
  let product = 1;
  let large = x;
  for (; large < LARGE; large++) product *= large;
  const stirling = (large - 0.5) * Math.log(large) - large + HALF_LOG_TWO_PI + stirlingRemainder(large);
  return stirling - Math.log(product);
}
