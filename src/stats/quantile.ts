import { assertNumber } from '../core/index.js';
import type { Numbers } from './sample-statistics.js';

/**
 * The value under which a share `p` of the numbers lies, by linear interpolation between the sorted numbers (R's type 7).
 *
 * With h = (n − 1)·p: x₍⌊h⌋₎ + (h − ⌊h⌋)·(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), counted from 0. An h within rounding of a whole number is that
 * number, so q(0.29) of 101 numbers is one of them. The input is left as it is.
 *
 * *Undefined (NaN):* no numbers, or a NaN among them: leave missing values out first.
 *
 * @param p from 0 to 1.
 * @throws InputError `option.range`, `option.type` when p is not such a number.
 * @see Hyndman, R. J. and Fan, Y. (1996), "Sample Quantiles in Statistical Packages", The American Statistician 50(4), definition 7.
 * @example
 * console.log(quantile([4, 1, 3, 2], 0.25)); // 1.75
 */
export function quantile(values: Numbers, p: number): number {
  assertNumber('quantile', 'p', p, { min: 0, max: 1 });
  // A typed array sorts by value, with NaN last; a plain one would sort by its digits as text.
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0 || Number.isNaN(sorted.at(-1)!)) return NaN;
  const position = (sorted.length - 1) * p;
  const whole = Math.round(position);
  if (Math.abs(position - whole) <= 4 * Number.EPSILON * whole) return sorted[whole]!;
  const low = sorted[Math.floor(position)]!;
  const high = sorted[Math.ceil(position)]!;
  return low === high ? low : low + (position - Math.floor(position)) * (high - low);
}
