import { assertKnownOptions, assertNumber, deepFreeze } from '../core/index.js';
import { type ObservationSeries, showObservations } from '../panel/index.js';
import { levelsOf, type LevelSource } from './levels.js';
import { observationsFrom } from './read-observations.js';

/** Options of {@link momentum}. */
export interface MomentumOptions {
  /** Periods back to the level that is compared with, those of `skip` among them. */
  readonly periods: number;
  /** Latest periods that are left out; 0 when absent. 12 with skip 1 is the usual momentum: 11 returns. */
  readonly skip?: number | undefined;
}

/**
 * How much something rose of late: its growth over the last `periods`, without the latest `skip`.
 *
 * L(t − skip) / L(t − periods) − 1, a fraction, where L is the wealth of returns (from the starting 1 at base on) or the level that is
 * observed, such as a `relativeStrength`. Known when L(t) is. Periods are rows of the series, whatever their length.
 *
 * *Undefined (NaN):* where either level is missing, and where the earlier one is not above 0.
 *
 * @param source returns, or observations of a level in order of `knownOn`.
 * @throws InputError `observation.invalid`, `observation.order`, `returns.hole`, `option.type`, `option.range`, `option.unknown`.
 * @see Jegadeesh, N. and Titman, S. (1993), "Returns to Buying Winners and Selling Losers", Journal of Finance 48(1).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12'], returns: { A: [0.1, 0.2, -0.5] } });
 * console.log(momentum(returns('A'), { periods: 3, skip: 1 }).observations[0]?.value.toFixed(2)); // 0.32
 */
export function momentum(source: LevelSource, options: MomentumOptions): ObservationSeries {
  const where = 'momentum';
  assertKnownOptions(where, options, ['periods', 'skip']);
  const { periods, skip = 0 } = options;
  assertNumber(where, 'periods', periods, { min: 1, integer: true });
  assertNumber(where, 'skip', skip, { min: 0, max: periods - 1, integer: true });
  const levels = levelsOf(source, where);
  const { values } = levels;
  const figures = Array.from(values.subarray(periods), (_, later) => {
    const before = values[later]!;
    const after = values[later + periods - skip]!;
    return { index: later + periods, value: before > 0 ? after / before - 1 : NaN };
  });
  return deepFreeze(
    showObservations({
      name: `momentum of ${levels.name}`,
      unit: `growth of ${periods} periods${skip === 0 ? '' : ` without the last ${skip}`}, a fraction`,
      usesHindsight: levels.usesHindsight,
      observations: observationsFrom(levels, figures),
      ...levels.origin,
    }),
  );
}
