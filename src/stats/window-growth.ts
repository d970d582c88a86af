import type { ReadonlyFloat64Array } from '../core/index.js';
import { isSafe, type Level, levelOver } from './wealth-path.js';

/**
 * Wealth of 1 over windows that only move forward, in a time that does not grow with their length; to 1e-12 of what {@link levelOver} says.
 *
 * The rows of a window lie before and after a turning point: products from each row before it up to it are ready, those after it are run up. When
 * the first row passes the turning point, the last row becomes the next one. Nothing is divided out of a product, so that a total loss and a
 * hole leave with the window that they lie in.
 */
export function windowGrowth(values: ReadonlyFloat64Array): (first: number, last: number) => Level {
  const before = new Float64Array(values.length);
  let [start, turn, reached] = [0, -1, -1];
  // A number that a closure writes to is an object anew each time; in an array it is not.
  const after = Float64Array.of(1);
  return (first, last) => {
    if (first < start || first > turn || last < reached) {
      let level = 1;
      for (let row = last; row >= first; row--) before[row] = level = times(level, values[row]!);
      [start, turn, reached, after[0]] = [first, last, last, 1];
    }
    while (reached < last) after[0] = times(after[0]!, values[++reached]!);
    const level = before[first]! * after[0]!;
    return isSafe(level) ? { level, units: 0 } : levelOver(values, first, last);
  };
}

/** One period on; 0, which stays and is no safe level, from where a product is not safe. */
function times(level: number, value: number): number {
  const next = level * (1 + value);
  return isSafe(next) ? next : 0;
}
