import { assertKnownOptions, assertNumber, deepFreeze } from '../core/index.js';
import { type ObservationSeries, showObservations } from '../panel/index.js';
import { levelsOf, type LevelSource } from './levels.js';
import { observationsFrom } from './read-observations.js';

/** Options of {@link trend}. */
export interface TrendOptions {
  /** Levels in the average, the latest among them, 2 or more. */
  readonly periods: number;
}

/**
 * How far something lies above its moving average: above 0 in an upward trend.
 *
 * L(t) / mean(L(t), …, L(t − periods + 1)) − 1, a fraction, where L is the wealth of returns (from the starting 1 at base on) or the level
 * that is observed. Known when L(t) is. `movingAverageFilter` holds an asset while this is above 0.
 *
 * *Undefined (NaN):* where a level of the average is missing, and where the average is not above 0.
 *
 * @param source returns, or observations of a level in order of `knownOn`.
 * @throws InputError `observation.invalid`, `observation.order`, `returns.hole`, `option.type`, `option.range`, `option.unknown`.
 * @see Faber, M. T. (2007), "A Quantitative Approach to Tactical Asset Allocation", Journal of Wealth Management 9(4).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12'], returns: { A: [0.5, 1] } });
 * console.log(trend(returns('A'), { periods: 2 }).observations.map(({ value }) => value.toFixed(3)).join(' ')); // 0.200 0.333
 */
export function trend(source: LevelSource, options: TrendOptions): ObservationSeries {
  const where = 'trend';
  assertKnownOptions(where, options, ['periods']);
  const { periods } = options;
  assertNumber(where, 'periods', periods, { min: 2, integer: true });
  const levels = levelsOf(source, where);
  const { values } = levels;
  const figures = Array.from(values.subarray(periods - 1), (level, first) => {
    let total = 0;
    for (let back = 0; back < periods; back++) total += values[first + back]!;
    return { index: first + periods - 1, value: total > 0 ? level / (total / periods) - 1 : NaN };
  });
  return deepFreeze(
    showObservations({
      name: `trend of ${levels.name}`,
      unit: `fraction above the mean of ${periods} periods`,
      usesHindsight: levels.usesHindsight,
      observations: observationsFrom(levels, figures),
      ...levels.origin,
    }),
  );
}
