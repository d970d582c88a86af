import type { ReturnSeries } from '../panel/index.js';
import { episodesOf } from './drawdowns.js';
import { path } from './observed.js';
import { isKnown, periodDrawdowns } from './period-drawdowns.js';
import { mean } from './sample-statistics.js';

/**
 * How deep a fall is on average: the mean depth of all `drawdowns`, each counted once at its trough. A fraction from −1 to 0.
 *
 * Short and long falls weigh the same, and one that has not recovered counts with the depth so far. The mean over all periods is the
 * `painIndex`. 0 where wealth never fell.
 *
 * *Undefined (NaN):* a hole inside the life; no returns.
 *
 * @throws InputError `series.invalid`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (average drawdown).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [-0.5, 1, 0.25, -0.25] } });
 * console.log(averageDrawdown(returns('A'))); // -0.375
 */
export function averageDrawdown(series: ReturnSeries): number {
  if (!isKnown(periodDrawdowns(series, 'averageDrawdown'))) return NaN;
  const depths = episodesOf(path(series, 'averageDrawdown')).map(({ depth }) => depth);
  return depths.length === 0 ? 0 : mean(depths);
}
