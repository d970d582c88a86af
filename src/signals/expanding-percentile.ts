import { assertKnownOptions, assertNumber, deepFreeze, describeValue, InputError } from '../core/index.js';
import { observationColumns, type Observation, type ObservationSeries } from '../panel/index.js';
import { isoDate } from '../time/index.js';
import { hindsightMark } from './hindsight-mark.js';

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
  const given = observations as Partial<ObservationSeries> | null | undefined;
  const list: unknown = Array.isArray(given) ? given : given?.observations;
  if (!Array.isArray(list)) {
    throw new InputError(
      'observation.invalid',
      `${where}: found ${describeValue(given)}; give observations [{ knownOn, value }, …] or a series of them such as shiller().cape.`,
      { where, found: describeValue(given) },
    );
  }
  const { days, values } = observationColumns(list as readonly Observation[], where);
  const ranked = ranks(values, minObservations);
  const { name = 'observations', source, vintage } = given!;
  return deepFreeze({
    name: `percentile of ${name}`,
    unit: 'fraction of its history, 0 to 1',
    usesHindsight: hindsightMark(observations, where),
    observations: ranked.map(({ index, value }) => ({ knownOn: isoDate(days[index]! + lagDays), value })),
    ...(source === undefined ? {} : { source }),
    ...(vintage === undefined ? {} : { vintage }),
  });
}

/** The percentile of each value among those up to it, once there are enough of them. */
function ranks(values: Float64Array, enough: number): { readonly index: number; readonly value: number }[] {
  const sorted: number[] = [];
  return Array.from(values).flatMap((value, index) => {
    if (Number.isNaN(value)) return sorted.length < enough ? [] : [{ index, value }];
    const below = countBelow(sorted, value);
    const upTo = below + equalFrom(sorted, below, value);
    sorted.splice(upTo, 0, value);
    if (sorted.length < enough) return [];
    return [{ index, value: (below + (upTo - below) / 2) / (sorted.length - 1) }];
  });
}

/** How many of the sorted numbers are smaller, by bisection. */
function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function equalFrom(sorted: readonly number[], start: number, value: number): number {
  let count = 0;
  while (sorted[start + count] === value) count++;
  return count;
}
