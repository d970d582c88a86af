import type { ReturnSeries } from '../panel/index.js';
import { isKnown, periodDrawdowns } from './period-drawdowns.js';

/**
 * How much of the time wealth is below an earlier peak: the share of periods that end under water, from 0 to 1.
 *
 * #{t ≥ 1: Wₜ < max(W₀ … Wₜ)} / n. Counted in periods, at their ends. How long single falls lasted, in periods and in days, is in `drawdowns`; some tools give the longest of
 * them this name. Within 1e-12 of the peak counts as the peak.
 *
 * *Undefined (NaN):* a hole inside the life; no returns.
 *
 * @throws InputError `series.invalid`.
 * @see Grossman, S. J. and Zhou, Z. (1993), "Optimal Investment Strategies for Controlling Drawdowns", Mathematical Finance 3(3), on wealth
 *   beside its running peak.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [-0.5, 0.5, 1, 0] } });
 * console.log(timeUnderWater(returns('A'))); // 0.5
 */
export function timeUnderWater(series: ReturnSeries): number {
  const falls = periodDrawdowns(series, 'timeUnderWater');
  if (!isKnown(falls)) return NaN;
  let under = 0;
  for (let period = 0; period < falls.length; period++) if (falls[period]! < 0) under++;
  return under / falls.length;
}
