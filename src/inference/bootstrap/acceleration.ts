import { sum, type ReadonlyFloat64Array } from '../../core/index.js';

/**
 * How fast the standard error of a statistic changes with its value, from its values without one block after the other:
 * a = Σ U³ / (6 (ΣU²)^1.5), with U = their mean − the value without this block. 0 where no block changes it, NaN where a value is.
 *
 * @see Efron, B. and Tibshirani, R. (1993), An Introduction to the Bootstrap, (14.15), here with blocks in place of observations, for what
 *   is left out must be about independent.
 */
export function acceleration(without: Float64Array | ReadonlyFloat64Array): number {
  const centre = sum(without) / without.length;
  let squares = 0;
  let cubes = 0;
  for (let index = 0; index < without.length; index++) {
    const distance = centre - without[index]!;
    squares += distance * distance;
    cubes += distance * distance * distance;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
