import { deepFreeze } from '../core/index.js';
import { type Observation, type ObservationSeries, showObservations } from '../panel/index.js';
import { observationsFrom, readObservations } from './read-observations.js';
import type { Figure } from './running-ranks.js';
import { checkWindow, type RunningWindow } from './running-window.js';

/**
 * How many standard deviations a figure lies above the mean of its latest values, or of all up to that day.
 *
 * (x − mean) / s over the values in the window, x among them, s the sample standard deviation (n − 1). Nothing that came later is looked
 * at. A value that is missing (NaN) has the score NaN and takes no place in the window. The mark of hindsight is passed on.
 * Cost: one pass for an expanding window, n × window for a trailing one.
 *
 * *Undefined (NaN):* where all values of the window are equal.
 *
 * @param observations `shiller().cape`, or observations { knownOn, value } in order of `knownOn`.
 * @returns observations from the first that has `minObservations` values, each known on the day of its observation and `lagDays`.
 * @throws InputError `observation.invalid`, `observation.order`, `option.missing` (an expanding window without `minObservations`),
 *   `option.type`, `option.range`, `option.unknown`.
 * @see Asness, C., Friedman, J., Krail, R. and Liew, J. (2000), "Style Timing: Value versus Growth", Journal of Portfolio Management 26(3):
 *   valuation in standard deviations. Welford, B. P. (1962), Technometrics 4(3), for the running mean and variance.
 * @example
 * const [score] = zScore([{ knownOn: '2020-12-31', value: 1 }, { knownOn: '2021-12-31', value: 2 }, { knownOn: '2022-12-31', value: 6 }], { window: 3 }).observations;
 * console.log(score?.knownOn, score?.value.toFixed(4)); // 2022-12-31 1.1339
 */
export function zScore(
  observations: ObservationSeries | readonly Observation[],
  options: RunningWindow,
): ObservationSeries {
  const { size, enough, lagDays, words } = checkWindow('zScore', options);
  const read = readObservations(observations, 'zScore');
  return deepFreeze(
    showObservations({
      name: `z-score of ${read.name}`,
      unit: `standard deviations of ${words}`,
      usesHindsight: read.usesHindsight,
      observations: observationsFrom(read, runningScores(read.values, enough, size), lagDays),
      ...read.origin,
    }),
  );
}

/** The score of each value among the last `size` values up to it, once there are enough. */
export function runningScores(values: Float64Array, enough: number, size: number): Figure[] {
  const window: number[] = [];
  const all = new RunningMoments();
  let seen = 0;
  return Array.from(values).flatMap((value, index): Figure[] => {
    if (Number.isNaN(value)) return seen < enough ? [] : [{ index, value }];
    seen++;
    if (size === Infinity) {
      all.add(value);
      return seen < enough ? [] : [{ index, value: all.score(value) }];
    }
    window.push(value);
    if (window.length > size) window.shift();
    if (seen < enough) return [];
    const moments = new RunningMoments();
    for (const one of window) moments.add(one);
    return [{ index, value: moments.score(value) }];
  });
}

/** Mean and squared deviations by Welford's recurrence. */
class RunningMoments {
  private count = 0;
  private mean = 0;
  private squares = 0;

  add(value: number): void {
    this.count++;
    const step = value - this.mean;
    this.mean += step / this.count;
    this.squares += step * (value - this.mean);
  }

  score(value: number): number {
    // Equal values leave every step at exactly 0, so no rounding passes for variation.
    return this.squares === 0 ? NaN : (value - this.mean) / Math.sqrt(this.squares / (this.count - 1));
  }
}
