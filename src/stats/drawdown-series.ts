import type { ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { path } from './observed.js';
import { shared } from './shared.js';
import { wealthOf } from './wealth.js';

/** Wealth within this share of its peak is at its peak: chained returns come back to a price only up to rounding. */
const AT_PEAK = 1e-12;

/**
 * How far wealth lies under its highest level so far, at every point of its path: Wₜ / max(W₀ … Wₜ) − 1, a fraction ≤ 0.
 *
 * One number more than there are periods, as `wealth` has: the first belongs to the base and is 0, so a loss in the first
 * period is a drawdown. Within 1e-12 of the peak counts as the peak, and is exactly 0.
 *
 * *Undefined:* from a hole on, NaN.
 *
 * @see Magdon-Ismail, M. and Atiya, A. (2004), "Maximum drawdown", Risk 17(10).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [-0.5, 1, 0.25] } });
 * console.log([...drawdownSeries(returns('A'))].join(' ')); // 0 -0.5 0 0
 */
export function drawdownSeries(series: ReturnSeries): ReadonlyFloat64Array {
  return drawdownsOf(path(series, 'drawdownSeries'));
}

/** The drawdown path of a series that begins and ends with a return. */
export function drawdownsOf(life: ReturnSeries): Float64Array {
  return shared('drawdowns', [life.values], () => {
    const wealth = wealthOf(life);
    const falls = new Float64Array(wealth.length);
    let peak = 0;
    for (let point = 0; point < wealth.length; point++) {
      const level = wealth[point]!;
      if (level > peak) peak = level;
      falls[point] = fallFrom(peak, level);
    }
    return falls;
  });
}

/** How far a level lies under its peak, ≤ 0; NaN where it is not known. */
function fallFrom(peak: number, level: number): number {
  return level >= peak * (1 - AT_PEAK) ? 0 : level / peak - 1;
}

/** The deepest drawdown over the rows `first` to `last` alone, the wealth before them being 1; NaN over a hole. */
export function deepestOver(values: ReadonlyFloat64Array, first: number, last: number): number {
  let [level, peak, deepest] = [1, 1, 0];
  for (let row = first; row <= last; row++) {
    level *= 1 + values[row]!;
    if (level > peak) peak = level;
    deepest = Math.min(deepest, fallFrom(peak, level));
  }
  return deepest;
}
