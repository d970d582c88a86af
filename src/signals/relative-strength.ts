import { deepFreeze, type ReadonlyFloat64Array } from '../core/index.js';
import {
  assertReturnSeries,
  lived,
  makeReturnSeries,
  type Observation,
  type ObservationSeries,
  pairWith,
  type ReturnSeries,
  showObservations,
} from '../panel/index.js';
import { type IsoDate, sliceCalendar } from '../time/index.js';
import { levelsOf } from './levels.js';
import { observationsFrom } from './read-observations.js';

/** An observation with the day that it is about. */
export interface DatedObservation extends Observation {
  readonly date: IsoDate;
}

/**
 * Who is winning: the wealth of one series over that of another, as it was known at each close.
 *
 * Π(1 + r) / Π(1 + b) over the rows from the first to the last that both have, 1 at the close before the first of them, which is known
 * with the first (`date` says what it is about). It rises while the first one wins. What happened later does not change it: only ratios of it mean something, since its start is where the data start.
 * Give it to `momentum`, `trend`, `percentile` or `turningPoints`; the statistic of the same path is `relativeWealth`.
 *
 * *Undefined (NaN):* after a total loss of the benchmark. No observations without a common row.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `returns.hole` where either misses inside the common span.
 * @see Levy, R. A. (1967), "Relative Strength as a Criterion for Investment Selection", Journal of Finance 22(4).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.5, 0.25], B: [0.25, 0.5] } });
 * console.log(relativeStrength(returns('A'), returns('B')).observations.map(({ value }) => value).join(' ')); // 1 1.2 1
 */
export function relativeStrength(series: ReturnSeries, benchmark: ReturnSeries): ObservationSeries<DatedObservation> {
  const where = 'relativeStrength';
  assertReturnSeries(where, 'the series', series);
  assertReturnSeries(where, 'the benchmark', benchmark);
  const own = lived(series);
  const beside = pairWith(own, benchmark, where);
  const has = (value: number): boolean => !Number.isNaN(value);
  const first = Math.max(0, beside.findIndex(has));
  const last = beside.findLastIndex(has);
  const calendar = sliceCalendar(own.calendar, first, last + 1);
  const cut = ({ name, meta }: ReturnSeries, values: ReadonlyFloat64Array): ReturnSeries =>
    makeReturnSeries(name, calendar, values.slice(first, last + 1), meta);
  const others = cut(benchmark, beside);
  const levels = levelsOf(cut(own, own.values), where);
  const other = levelsOf(others, where);
  const figures = Array.from(levels.values, (level, index) => {
    const below = other.values[index]!;
    return { index, value: below > 0 ? level / below : NaN };
  });
  const points = observationsFrom(levels, figures);
  // Where the path starts is known when the first common return is: before, nobody knew that the two would meet.
  const begun = points[1]?.knownOn;
  return deepFreeze(
    showObservations({
      name: `${series.name} over ${benchmark.name}`,
      unit: 'ratio of wealth',
      usesHindsight: levels.usesHindsight || other.usesHindsight,
      observations: points.map(({ knownOn, value }, index) => ({
        date: knownOn,
        knownOn: index === 0 ? begun! : knownOn,
        value,
      })),
    }),
  );
}
