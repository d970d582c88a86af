import { mean, ROUNDING } from '../../stats/index.js';

/** Weights below this leave no trace. */
const NO_WEIGHT = 1e-16;

/**
 * √n times the standard deviation that the mean has over stationary-bootstrap resamples, without drawing any: with q = 1/blockLength,
 * ω² = C₀ + 2 Σ (1 − i/n)(1 − q)ⁱ Cᵢ, Cᵢ the autocovariances around the circle. Exactly 0 where the values differ by nothing but rounding.
 *
 * @see Politis, D. N. and Romano, J. P. (1994), "The Stationary Bootstrap", JASA 89(428), lemma 1.
 */
export function longRunDeviation(values: Float64Array, blockLength: number): number {
  const n = values.length;
  const centre = mean(values);
  const distances = values.map((value) => value - centre);
  let variance = 0;
  let weight = 1;
  for (let lag = 0; lag < n && weight > NO_WEIGHT; lag++) {
    let covariance = 0;
    for (let row = 0; row < n; row++) covariance += distances[row]! * distances[(row + lag) % n]!;
    variance += ((lag === 0 ? 1 : 2) * (1 - lag / n) * weight * covariance) / n;
    weight *= 1 - 1 / blockLength;
  }
  const scale = Math.max(1, Math.abs(centre));
  const deviation = Math.sqrt(Math.max(0, variance));
  return deviation <= ROUNDING * scale ? 0 : deviation;
}
