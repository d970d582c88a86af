import type { ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { path } from './observed.js';
import { shared } from './shared.js';
import { isSafe, levelAt, levelRatio, type WealthPath, wealthPathOf } from './wealth-path.js';

/** Wealth within this share of its peak is at its peak: chained returns come back to a price only up to rounding. */
const AT_PEAK = 1e-12;

/**
 * How far wealth lies under its highest level so far, at every point of its path: Wₜ / max(W₀ … Wₜ) − 1, a fraction ≤ 0.
 *
 * One number more than there are periods, as `wealth` has: the first belongs to the base and is 0, so a loss in the first
 * period is a drawdown. Within 1e-12 of the peak counts as the peak, and is exactly 0.
 *
 * *Undefined:* from a hole on, NaN; from a return below −1 on, which only a difference of returns can be. A wealth too large or too small for a
 * number still has a drawdown.
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
    const path = wealthPathOf(life.values);
    if (path.units !== undefined) return fallsOfAnySize(path);
    const { levels } = path;
    const falls = new Float64Array(levels.length);
    let peak = 0;
    for (let point = 0; point < levels.length; point++) {
      const level = levels[point]!;
      if (level > peak) peak = level;
      falls[point] = fallFrom(peak, level);
    }
    return falls;
  });
}

/** The drawdowns of a path whose levels leave the range of numbers. */
function fallsOfAnySize(path: WealthPath): Float64Array {
  let peak = levelAt(path, 0);
  return path.levels.map((_, point) => {
    const now = levelAt(path, point);
    const share = levelRatio(now, peak);
    if (share > 1) peak = now;
    return fallFrom(1, share);
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
    if (!isSafe(level)) return deepestOfAnySize(values.slice(first, last + 1));
    if (level > peak) peak = level;
    const fall = level / peak - 1;
    if (fall < deepest) deepest = Math.min(deepest, fallFrom(peak, level));
  }
  return Number.isNaN(level) ? NaN : deepest;
}

function deepestOfAnySize(values: Float64Array): number {
  return fallsOfAnySize(wealthPathOf(values)).reduce((deepest, fall) => Math.min(deepest, fall), 0);
}
