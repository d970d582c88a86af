import { deviationOf } from './rounding.js';
import { lostIn, mean, type Numbers } from './sample-statistics.js';
import { shared } from './shared.js';

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

/** Numbers about their mean, with the means of what the distances are made into. Do not write into them. */
export interface Centred {
  /** Centred a second time, so that their own mean is 0 and a large common offset costs no digits. */
  readonly distances: Float64Array;
  readonly meanAbsolute: number;
  readonly meanSquare: number;
}

/** The distances of numbers from their mean, summed with compensation. */
export function centred(values: Numbers): Centred {
  return shared('centred', [values], () => {
    const n = values.length;
    const centre = mean(values);
    const distances = new Float64Array(n);
    for (let row = 0; row < n; row++) distances[row] = values[row]! - centre;
    const left = mean(distances);
    let [absolute, lostAbsolute, squares, lostSquares] = [0, 0, 0, 0];
    for (let row = 0; row < n; row++) {
      const distance = distances[row]! - left;
      distances[row] = distance;
      const size = Math.abs(distance);
      const next = absolute + size;
      lostAbsolute += lostIn(absolute, size, next);
      absolute = next;
      const square = distance * distance;
      const nextSquares = squares + square;
      lostSquares += lostIn(squares, square, nextSquares);
      squares = nextSquares;
    }
    return { distances, meanAbsolute: (absolute + lostAbsolute) / n, meanSquare: (squares + lostSquares) / n };
  });
}

/**
 * Mean, population deviation, skewness and excess kurtosis, mₖ = Σ(x − mean)ᵏ / n, summed with compensation.
 *
 * *Undefined (NaN):* everything under two numbers; skewness and kurtosis where the numbers differ by nothing but rounding.
 */
export function centralMoments(values: Numbers): CentralMoments {
  return shared('moments', [values], () => {
    const n = values.length;
    if (n < 2) return { mean: NaN, deviation: NaN, skewness: NaN, excessKurtosis: NaN };
    const average = mean(values);
    // Decided by the library's one rule: a deviation that rounding alone can make is none.
    if (deviationOf(values) === 0) return { mean: average, deviation: 0, skewness: NaN, excessKurtosis: NaN };
    const { distances, meanSquare } = centred(values);
    const deviation = Math.sqrt(meanSquare);
    let [cubes, lostCubes, fourths, lostFourths] = [0, 0, 0, 0];
    for (let row = 0; row < n; row++) {
      // Standardised first: fourth powers of tiny distances would lose digits to underflow.
      const score = distances[row]! / deviation;
      const square = score * score;
      const cube = square * score;
      const next = cubes + cube;
      lostCubes += lostIn(cubes, cube, next);
      cubes = next;
      const fourth = square * square;
      const nextFourths = fourths + fourth;
      lostFourths += lostIn(fourths, fourth, nextFourths);
      fourths = nextFourths;
    }
    return {
      mean: average,
      deviation,
      skewness: (cubes + lostCubes) / n,
      excessKurtosis: (fourths + lostFourths) / n - 3,
    };
  });
}
