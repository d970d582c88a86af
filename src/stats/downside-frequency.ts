import type { ReturnSeries } from '../panel/index.js';
import { type MinimumAcceptableReturnOption, minimumAcceptableReturnOf } from './downside-deviation.js';
import { observed } from './observed.js';
import { distanceFrom, ratio } from './rounding.js';

/**
 * How often returns fall short of a target: the share of returns below MAR, a fraction from 0 to 1.
 *
 * A return at the target, or within 1e-14 of it, does not fall short. The target MAR is per period. Holes are skipped and not counted.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`, `option.type`, `option.range`, `option.unknown`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (downside frequency).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(downsideFrequency(returns('A'))); // 0.25
 */
export function downsideFrequency(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('downsideFrequency', options);
  const values = observed(series, 'downsideFrequency');
  let short = 0;
  for (let row = 0; row < values.length; row++) if (distanceFrom(target, values[row]!) < 0) short++;
  return ratio(short, values.length);
}
