import type { ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { path } from './observed.js';
import { shared } from './shared.js';

/**
 * What was earned over the whole life of a series: Π(1 + r) − 1, a fraction of the starting wealth.
 *
 * *Undefined (NaN):* no returns; a hole inside the life.
 *
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 3 (chain linking).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.5, -0.5] } });
 * console.log(totalReturn(returns('A'))); // -0.25
 */
export function totalReturn(series: ReturnSeries): number {
  return growthOf(path(series, 'totalReturn')) - 1;
}

/** Final wealth of 1 over a series that begins and ends with a return; NaN where there is none, or a hole. */
export function growthOf(life: ReturnSeries): number {
  const { values } = life;
  return values.length === 0 ? NaN : shared('growth', [values], () => growthOver(values, 0, values.length - 1));
}

/** Final wealth of 1 over the rows `first` to `last`; NaN over a hole. */
export function growthOver(values: ReadonlyFloat64Array, first: number, last: number): number {
  let level = 1;
  for (let row = first; row <= last; row++) level *= 1 + values[row]!;
  return level;
}
