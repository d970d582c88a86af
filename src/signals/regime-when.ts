import { assertKnownOptions, assertNumber, InputError } from '../core/index.js';
import { type DatedSignal, type Observation, type ObservationSeries, showSignal } from '../panel/index.js';
import { parseIsoDate } from '../time/index.js';
import { latestKnown } from './latest-known.js';
import { readObservations } from './read-observations.js';

/** Bounds of {@link regimeWhen}; at least one. */
export interface RegimeBounds {
  /** The value must be greater than this. */
  readonly above?: number | undefined;
  /** The value must be less than this. */
  readonly below?: number | undefined;
}

/**
 * Makes a figure into a regime: 1 on days on which its latest known value lies between two bounds, 0 on others, NaN before the first value.
 *
 * The bounds themselves are outside. Observations say how things are until the next one. A missing value (NaN) makes the regime unknown.
 * For `conditionalStatistics`, or as an indicator of a panel.
 *
 * @param observations such as `trend(spy, { periods: 10 })` or `percentile(shiller().cape, …)`.
 * @throws InputError `observation.invalid`, `observation.order`, `option.missing` (no bound), `option.range` (nothing lies between them),
 *   `option.type`, `option.unknown`.
 * @see Ang, A. and Timmermann, A. (2012), "Regime Changes and Financial Markets", Annual Review of Financial Economics 4, on regimes seen
 *   in real time.
 * @example
 * const falling = regimeWhen(trend(usFunds().returns('SPY'), { periods: 10 }), { below: 0 });
 * console.log(falling.valueOn('1993-09-30'), falling.valueOn('2008-10-31'), falling.valueOn('2013-10-31')); // NaN 1 0
 */
export function regimeWhen(
  observations: ObservationSeries | readonly Observation[],
  bounds: RegimeBounds,
): DatedSignal {
  const where = 'regimeWhen';
  assertKnownOptions(where, bounds, ['above', 'below']);
  if (bounds.above === undefined && bounds.below === undefined) {
    throw new InputError(
      'option.missing',
      `${where}: give "above", "below" or both: the bounds between which the regime is.`,
      { where },
    );
  }
  const { above = -Infinity, below = Infinity } = bounds;
  if (bounds.above !== undefined) assertNumber(where, 'above', above);
  if (bounds.below !== undefined) assertNumber(where, 'below', below);
  if (above >= below) {
    throw new InputError(
      'option.range',
      `${where}: nothing is above ${above} and below ${below}. "above" must be less than "below".`,
      { where, above, below },
    );
  }
  const { name, days, values, usesHindsight } = readObservations(observations, where);
  const words = [
    ...(bounds.above === undefined ? [] : [`above ${above}`]),
    ...(bounds.below === undefined ? [] : [`below ${below}`]),
  ];
  return Object.freeze(
    showSignal({
      name: `${name} ${words.join(' and ')}`,
      usesHindsight,
      valueOn: (date: string) => {
        const value = values[latestKnown(days, parseIsoDate(date, where))] ?? NaN;
        return Number.isNaN(value) ? NaN : value > above && value < below ? 1 : 0;
      },
    }),
  );
}
