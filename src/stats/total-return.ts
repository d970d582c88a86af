import type { ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { path } from './observed.js';
import { shared } from './shared.js';
import { amountOf, type Level, levelOver } from './wealth-path.js';

/**
 * What was earned over the whole life of a series: Π(1 + r) − 1, a fraction of the starting wealth.
 *
 * As exact over a million periods as over ten: a wealth too small for a number on its way, or in the end, is no matter (−1 then).
 *
 * *Undefined (NaN):* no returns; a hole inside the life; a wealth past 1e308; a return below −1, which only a difference of returns can be:
 * nobody's wealth grows by it.
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
  return life.values.length === 0 ? NaN : amountOf(finalLevel(life));
}

/** {@link growthOf} of returns, whatever its size. */
export function finalLevel({ values }: Pick<ReturnSeries, 'values'>): Level {
  return shared('growth', [values], () => levelOver(values, 0, values.length - 1));
}

/** Final wealth of 1 over the rows `first` to `last`; NaN over a hole, below a return of −1, and past 1e308. */
export function growthOver(values: ReadonlyFloat64Array, first: number, last: number): number {
  return amountOf(levelOver(values, first, last));
}
