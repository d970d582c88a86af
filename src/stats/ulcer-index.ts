import type { ReturnSeries } from '../panel/index.js';
import { periodDrawdowns } from './period-drawdowns.js';
import { mean } from './sample-statistics.js';

/**
 * How deep and how long wealth is under water: √(Σ Dₜ² / n), the root mean square of the drawdown at the end of each of n periods. A fraction ≥ 0.
 *
 * A magnitude, as a deviation is; in fractions, where its author has percent. n counts the returns; with the starting point, where the drawdown is
 * 0, some tools divide by n + 1. 0 where wealth never fell.
 *
 * *Undefined (NaN):* a hole inside the life; no returns.
 *
 * @throws InputError `series.invalid`.
 * @see Martin, P. G. and McCann, B. B. (1989), The Investor's Guide to Fidelity Funds; Bacon, C. R. (2008), Practical Portfolio Performance
 *   Measurement and Attribution, 2nd ed., ch. 4 (ulcer index).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [-0.5, 1, 0.25, 0] } });
 * console.log(ulcerIndex(returns('A'))); // 0.25
 */
export function ulcerIndex(series: ReturnSeries): number {
  const falls = periodDrawdowns(series, 'ulcerIndex');
  const squares = new Float64Array(falls.length);
  for (let period = 0; period < falls.length; period++) squares[period] = falls[period]! * falls[period]!;
  return Math.sqrt(mean(squares));
}
