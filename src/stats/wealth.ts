import type { ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { path } from './observed.js';
import { shared } from './shared.js';

/**
 * Growth of 1: the wealth path over the life of a series, with the starting 1 in front.
 *
 * W₀ = 1, Wₜ = Wₜ₋₁·(1 + rₜ). One number more than there are periods: the first belongs to the base (the day before the
 * first period), the last to the last period with a return.
 *
 * *Undefined:* from a hole on, NaN: nobody knows what was earned in it. A series without returns has the starting 1 alone.
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
    const growth = new Float64Array(values.length + 1);
    let level = 1;
    growth[0] = level;
    for (let row = 0; row < values.length; row++) growth[row + 1] = level *= 1 + values[row]!;
    return growth;
  });
}
