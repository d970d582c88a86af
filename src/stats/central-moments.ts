import { spread } from './rounding.js';
import { mean, type Numbers } from './sample-statistics.js';

/** The first four moments of a sample taken for the whole population: divisor n throughout. */
export interface CentralMoments {
  readonly mean: number;
  /** √m₂; exactly 0 where the numbers differ by nothing but rounding. */
  readonly deviation: number;
  /** m₃ / m₂^1.5. */
  readonly skewness: number;
  /** m₄ / m₂² − 3. */
  readonly excessKurtosis: number;
}

/** Distances from the mean, centred a second time so that their own mean is 0 and a large common offset costs no digits. */
export function centred(values: Numbers): Float64Array {
  const centre = mean(values);
  const distances = Float64Array.from(values, (value) => value - centre);
  const left = mean(distances);
  return distances.map((distance) => distance - left);
}

/**
 * Mean, population deviation, skewness and excess kurtosis, mₖ = Σ(x − mean)ᵏ / n, summed with compensation.
 *
 * *Undefined (NaN):* everything under two numbers; skewness and kurtosis where the numbers differ by nothing but rounding.
 */
export function centralMoments(values: Numbers): CentralMoments {
  if (values.length < 2) return { mean: NaN, deviation: NaN, skewness: NaN, excessKurtosis: NaN };
  const average = mean(values);
  // Decided by the library's one rule: a deviation that rounding alone can make is none.
  if (spread(values) === 0) return { mean: average, deviation: 0, skewness: NaN, excessKurtosis: NaN };
  const distances = centred(values);
  const deviation = Math.sqrt(mean(distances.map((distance) => distance * distance)));
  // Standardised first: fourth powers of tiny distances would lose digits to underflow.
  const scores = distances.map((distance) => distance / deviation);
  return {
    mean: average,
    deviation,
    skewness: mean(scores.map((score) => score * score * score)),
    excessKurtosis: mean(scores.map((score) => (score * score) ** 2)) - 3,
  };
}
