import { deepFreeze } from '../core/index.js';
import { type Observation, type ObservationSeries, showObservations } from '../panel/index.js';
import { observationsFrom, readObservations } from './read-observations.js';
import { runningRanks } from './running-ranks.js';
import { checkWindow, type RunningWindow } from './running-window.js';

/**
 * How high a figure stands among its latest values, or among all up to that day, from 0 (the lowest) to 1 (the highest).
 *
 * With b values below and e equal to it (itself among them) of the n in the window: (b + (e − 1)/2) / (n − 1), the inverse of `quantile`
 * (R type 7). With the window 'expanding' it is `expandingPercentile`. Nothing that came later is looked at: there is no percentile of the
 * whole sample here. A value that is missing (NaN) has the percentile NaN and takes no place in the window. The mark of hindsight is
 * passed on.
 *
 * @param observations `shiller().cape`, or observations { knownOn, value } in order of `knownOn`.
 * @returns observations from the first that has `minObservations` values, fractions, each known on the day of its observation and `lagDays`.
 * @throws InputError `observation.invalid`, `observation.order`, `option.missing` (an expanding window without `minObservations`),
 *   `option.type`, `option.range`, `option.unknown`.
 * @see Hyndman, R. J. and Fan, Y. (1996), "Sample Quantiles in Statistical Packages", The American Statistician 50(4), definition 7.
 * @example
 * const rank = percentile(shiller().cape, { window: 240 });
 * console.log(rank.observations.find(({ knownOn }) => knownOn === '2000-06-30')); // { knownOn: '2000-06-30', value: 1 }
 */
export function percentile(
  observations: ObservationSeries | readonly Observation[],
  options: RunningWindow,
): ObservationSeries {
  const { size, enough, lagDays, words } = checkWindow('percentile', options);
  const read = readObservations(observations, 'percentile');
  return deepFreeze(
    showObservations({
      name: `percentile of ${read.name}`,
      unit: `fraction of ${words}, 0 to 1`,
      usesHindsight: read.usesHindsight,
      observations: observationsFrom(read, runningRanks(read.values, enough, size), lagDays),
      ...read.origin,
    }),
  );
}
