import type { ReturnSeries } from '../panel/index.js';
import { cagrOfLife } from './cagr.js';
import { deepestOf } from './max-drawdown.js';
import { path } from './observed.js';
import { ratio } from './rounding.js';

/**
 * Growth per unit of the deepest fall, since inception: CAGR / |maximum drawdown|. A pure number.
 *
 * Over the whole life of the series; `calmarRatio` is the same over the last 36 months. The longer a life, the deeper its deepest
 * fall: compare only lives of one length.
 *
 * *Undefined (NaN):* under one year; a hole inside the life; wealth never fell.
 *
 * @see Managed Accounts Reports (1978), after whose initials it is named; Bacon, C. R. (2008), Practical Portfolio Performance
 *   Measurement and Attribution, 2nd ed., ch. 4.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [-0.5, 1.88] } });
 * console.log(marRatio(returns('A')).toFixed(4)); // 0.4000
 */
export function marRatio(series: ReturnSeries): number {
  return growthOverFall(path(series, 'marRatio'));
}

/** CAGR / |maximum drawdown| of a series that begins and ends with a return. */
export function growthOverFall(life: ReturnSeries): number {
  return ratio(cagrOfLife(life), Math.abs(deepestOf(life)));
}
