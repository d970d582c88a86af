import { assertKnownOptions, assertNumber, deepFreeze } from '../core/index.js';
import { type Observation, type ObservationSeries, showObservations } from '../panel/index.js';
import { observationsFrom, readObservations } from './read-observations.js';
import { runningRanks } from './running-ranks.js';

/** Options of {@link expandingPercentile}. */
export interface ExpandingPercentileOptions {
  /** How many values there must be before the first percentile, 2 or more. */
  readonly minObservations: number;
  /** Days by which each percentile is known later than its observation; 0 when absent. For figures published after their `knownOn`. */
  readonly lagDays?: number;
}

/**
 * How high a figure stands among all its values up to that day, from 0 (the lowest so far) to 1 (the highest so far).
 *
 * With b values below and e equal to it (itself among them) of n: (b + (e − 1)/2) / (n − 1), the inverse of `quantile` (R type 7).
 * What came later is never looked at, so a percentile does not change when data are added. Every observation counts once, a restatement
 * too. Percentiles are known on the `knownOn` of their observation, `lagDays` later; those of the first `minObservations` − 1 values are
 * left out. A value that is missing (NaN) has the percentile NaN and is not counted. The mark of hindsight is passed on.
 *
 * @param observations `shiller().cape`, or observations { knownOn, value } in order of `knownOn`.
 * @throws InputError `observation.invalid`, `observation.order`, `option.type`, `option.range`, `option.unknown`.
 * @see Hyndman, R. J. and Fan, Y. (1996), "Sample Quantiles in Statistical Packages", The American Statistician 50(4), definition 7.
 * @example
 * const rank = expandingPercentile(shiller().cape, { minObservations: 120 });
 * console.log(rank.observations.find(({ knownOn }) => knownOn === '2000-06-30')); // { knownOn: '2000-06-30', value: 1 }
 */
export function expandingPercentile(
  observations: ObservationSeries | readonly Observation[],
  options: ExpandingPercentileOptions,
): ObservationSeries {
  const where = 'expandingPercentile';
  assertKnownOptions(where, options, ['minObservations', 'lagDays']);
  const { minObservations, lagDays = 0 } = options;
  assertNumber(where, 'minObservations', minObservations, { min: 2, integer: true });
  assertNumber(where, 'lagDays', lagDays, { min: 0, integer: true });
  const read = readObservations(observations, where);
  return deepFreeze(
    showObservations({
      name: `percentile of ${read.name}`,
      unit: 'fraction of its history, 0 to 1',
      usesHindsight: read.usesHindsight,
      observations: observationsFrom(read, runningRanks(read.values, minObservations), lagDays),
      ...read.origin,
    }),
  );
}
