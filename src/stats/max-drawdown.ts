import type { ReturnSeries } from '../panel/index.js';
import { deepestOver } from './drawdown-series.js';
import { path } from './observed.js';
import { shared } from './shared.js';

/**
 * The deepest fall from a peak: the smallest value of wealth / running peak − 1, a fraction from −1 to 0.
 *
 * The path includes the starting 1, so a loss in the first period counts. 0 where wealth never fell. Losses are negative
 * everywhere in the library; there is no switch for the sign. `drawdowns` gives the dates.
 *
 * *Undefined (NaN):* a hole inside the life; no returns; a return below −1, which only a difference of returns can be.
 *
 * @see Magdon-Ismail, M. and Atiya, A. (2004), "Maximum drawdown", Risk 17(10).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [-0.25, 1, -0.5] } });
 * console.log(maxDrawdown(returns('A'))); // -0.5
 */
export function maxDrawdown(series: ReturnSeries): number {
  return deepestOf(path(series, 'maxDrawdown'));
}

/** {@link maxDrawdown} of a series that begins and ends with a return. */
export function deepestOf(life: ReturnSeries): number {
  const { values } = life;
  return values.length === 0 ? NaN : shared('deepest', [values], () => deepestOver(values, 0, values.length - 1));
}
