import { assertNumber, assertNumbers } from '../core/index.js';
import { firstHole } from './observed.js';
import { type Numbers, select } from './sample-statistics.js';
import { shared } from './shared.js';

/**
 * The value under which a share `p` of the numbers lies, by linear interpolation between the sorted numbers (R's type 7).
 *
 * With h = (n − 1)·p: x₍⌊h⌋₎ + (h − ⌊h⌋)·(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), counted from 0. An h within rounding of a whole number is that
 * number, so q(0.29) of 101 numbers is one of them. The input is left as it is.
 *
 * *Undefined (NaN):* no numbers, or a NaN among them: leave missing values out first.
 *
 * @param p from 0 to 1.
 * @throws InputError `option.range`, `option.type` when p is not such a number, or the values are no list of numbers.
 * @see Hyndman, R. J. and Fan, Y. (1996), "Sample Quantiles in Statistical Packages", The American Statistician 50(4), definition 7.
 * @example
 * console.log(quantile([4, 1, 3, 2], 0.25)); // 1.75
 */
export function quantile(values: Numbers, p: number): number {
  assertNumber('quantile', 'p', p, { min: 0, max: 1 });
  assertNumbers('quantile', 'values', values);
  return quantileAt(ranked(values), p, 'lowest');
}

/** A copy of numbers for selections to put in order, each a little more; empty where one of them is NaN. */
export function ranked(values: Numbers): Float64Array {
  return shared('ranked', [values], () => {
    const order = Float64Array.from(values);
    return firstHole(order) < 0 ? order : new Float64Array(0);
  });
}

/** The type-7 quantile of {@link ranked} numbers, counted from the lowest of them or from the highest. NaN of nothing. */
export function quantileAt(order: Float64Array, p: number, from: 'lowest' | 'highest'): number {
  const last = order.length - 1;
  return quantileOf(order.length, p, (rank) => select(order, from === 'lowest' ? rank : last - rank));
}

/** The type-7 quantile of `count` numbers, of which `at` gives the one of a rank. NaN of nothing. */
export function quantileOf(count: number, p: number, at: (rank: number) => number): number {
  if (count === 0) return NaN;
  const position = (count - 1) * p;
  const whole = Math.round(position);
  if (Math.abs(position - whole) <= 4 * Number.EPSILON * whole) return at(whole);
  const near = at(Math.floor(position));
  const far = at(Math.ceil(position));
  return near === far ? near : near + (position - Math.floor(position)) * (far - near);
}
