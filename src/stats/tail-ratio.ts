import type { ReturnSeries } from '../panel/index.js';
import { observed } from './observed.js';
import { quantileAt, ranked } from './quantile.js';
import { ROUNDING } from './rounding.js';

/** The share of returns in each tail. */
const TAIL = 0.05;

/**
 * How far the best returns reach compared with the worst: the 95 % quantile over the amount of the 5 % quantile. A pure number > 0.
 *
 * q(0.95) / |q(0.05)|. Quantiles of type 7 (see `quantile`), of returns as they are, not over cash or their mean. Of few returns it says what the best and the
 * worst of them were: at n = 21 each quantile is the second from its end. Holes are skipped.
 *
 * *Undefined (NaN):* the 5 % quantile is no loss, or the 95 % quantile no gain, by more than rounding: a quotient of two
 * gains would call a better worst case worse; no returns, or one.
 *
 * @throws InputError `series.invalid`.
 * @see Hyndman, R. J. and Fan, Y. (1996), "Sample Quantiles in Statistical Packages", The American Statistician 50(4), definition 7; the
 *   ratio is that of the empyrical library.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [-0.1, 0, 0.2] } });
 * console.log(tailRatio(returns('A')).toFixed(4)); // 2.0000
 */
export function tailRatio(series: ReturnSeries): number {
  const order = ranked(observed(series, 'tailRatio'));
  const [worst, best] = [quantileAt(order, TAIL, 'lowest'), quantileAt(order, 1 - TAIL, 'lowest')];
  return worst < -ROUNDING && best > ROUNDING ? best / -worst : NaN;
}
