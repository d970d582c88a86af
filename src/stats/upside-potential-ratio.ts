import type { ReturnSeries } from '../panel/index.js';
import { type MinimumAcceptableReturnOption, minimumAcceptableReturnOf, shortfall } from './downside-deviation.js';
import { observed } from './observed.js';
import { ratio } from './rounding.js';
import { meanAbove } from './upside-potential.js';

/**
 * What may be won over a target per unit of the risk to miss it: upside potential / downside deviation. A pure number ≥ 0.
 *
 * Both are over all n returns, so that rare gains and rare losses count as rare; dividing each by the returns on its own side is another
 * number. The target MAR is per period. Holes are skipped. Per period: the numerator grows with time, the denominator with its root.
 *
 * *Undefined (NaN):* no return below the target by more than rounding; no returns.
 *
 * @throws InputError `series.invalid`, `option.type`, `option.range`, `option.unknown`.
 * @see Sortino, F., van der Meer, R. and Plantinga, A. (1999), "The Dutch Triangle", Journal of Portfolio Management 26(1), 50–58.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(upsidePotentialRatio(returns('A')).toFixed(4)); // 1.0000
 */
export function upsidePotentialRatio(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('upsidePotentialRatio', options);
  const values = observed(series, 'upsidePotentialRatio');
  const deviation = shortfall(values, target);
  return ratio(meanAbove(values, target), deviation);
}
