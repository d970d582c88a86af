import type { ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { path } from './observed.js';
import { shared } from './shared.js';
import { amountOf, levelAt, wealthPathOf } from './wealth-path.js';

/**
 * Growth of 1: the wealth path over the life of a series, with the starting 1 in front.
 *
 * W₀ = 1, Wₜ = Wₜ₋₁·(1 + rₜ). One number more than there are periods: the first belongs to the base (the day before the
 * first period), the last to the last period with a return.
 *
 * *Undefined:* from a hole on, NaN: nobody knows what was earned in it. From a return below −1 on, too, which only a difference of returns can be.
 * Where wealth is past 1e308 it is NaN, where it is below 1e-323 it is 0. A series without returns has the starting 1 alone.
 *
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 3 (chain linking).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.5, -0.5] } });
 * console.log([...wealth(returns('A'))].join(' ')); // 1 1.5 0.75
 */
export function wealth(series: ReturnSeries): ReadonlyFloat64Array {
  return wealthOf(path(series, 'wealth'));
}

/** The wealth path of a series that begins and ends with a return. */
export function wealthOf({ values }: ReturnSeries): Float64Array {
  return shared('wealth', [values], () => {
    const path = wealthPathOf(values);
    return path.units === undefined ? path.levels : path.levels.map((_, point) => amountOf(levelAt(path, point)));
  });
}
