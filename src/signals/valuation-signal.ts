import { assertNumber, assertOneOf, deepFreeze } from '../core/index.js';
import { type Observation, type ObservationSeries, showObservations } from '../panel/index.js';
import { observationsFrom, readObservations } from './read-observations.js';
import { runningRanks } from './running-ranks.js';
import { checkWindow, type RunningWindow, windowOptions } from './running-window.js';
import { runningScores } from './z-score.js';

/** Options of {@link valuationSignal}. */
export interface ValuationSignalOptions extends RunningWindow {
  /** Days between the `knownOn` of a figure and its publication. There is no default: say 0 where `knownOn` is the day of publication. */
  readonly lagDays: number;
  /** 'percentile' (0 to 1) or 'zScore' (standard deviations). */
  readonly measure: 'percentile' | 'zScore';
}

/**
 * How high a valuation stands beside its own past, as it could be known: percentile or z-score of a valuation figure over a trailing or expanding
 * window, delayed by the time that it takes to be published.
 *
 * A "historical norm" over the whole sample knows the future; here the norm of each day is made of what lies before it. Prices are known at
 * once, book values and earnings months later: `lagDays` has no default, so that nobody forgets it. The bundled series have the days of
 * publication in `knownOn` (`shiller().cape`, `valueSpread()`): for them `lagDays` is 0.
 *
 * *Undefined (NaN):* as `percentile` and `zScore`.
 *
 * @throws InputError `observation.invalid`, `observation.order`, `option.missing` (an expanding window without `minObservations`),
 *   `option.type` (no `lagDays`), `option.range`, `option.unknown`.
 * @see Asness, C., Friedman, J., Krail, R. and Liew, J. (2000), "Style Timing: Value versus Growth", Journal of Portfolio Management 26(3);
 *   Goyal, A. and Welch, I. (2008), "A Comprehensive Look at the Empirical Performance of Equity Premium Prediction", Review of Financial
 *   Studies 21(4), on what is left of such figures out of sample.
 * @example
 * const { smallOverBig } = valueSpread();
 * const cheap = valuationSignal(smallOverBig, { lagDays: 0, window: 'expanding', minObservations: 120, measure: 'percentile' });
 * console.log(cheap.observations[0]?.knownOn, cheap.observations.at(-1)?.value.toFixed(2)); // 1936-06-30 0.91
 */
export function valuationSignal(
  observations: ObservationSeries | readonly Observation[],
  options: ValuationSignalOptions,
): ObservationSeries {
  const where = 'valuationSignal';
  const { size, enough, lagDays, words } = checkWindow(where, options, [...windowOptions, 'measure']);
  assertNumber(where, 'lagDays', options.lagDays, { min: 0, integer: true });
  const { measure } = options;
  assertOneOf(where, 'measure', measure, ['percentile', 'zScore']);
  const read = readObservations(observations, where);
  const ranked = measure === 'percentile';
  return deepFreeze(
    showObservations({
      name: `${ranked ? 'percentile' : 'z-score'} of ${read.name}, ${lagDays} days late`,
      unit: ranked ? `fraction of ${words}, 0 to 1` : `standard deviations of ${words}`,
      usesHindsight: read.usesHindsight,
      observations: observationsFrom(read, (ranked ? runningRanks : runningScores)(read.values, enough, size), lagDays),
      ...read.origin,
    }),
  );
}
