import { mean, sampleStandardDeviation } from '../../stats/index.js';
import { studentQuantile } from '../distributions/student-quantile.js';

/** The average after so many periods of the windows. */
export interface PathPoint {
  /** Periods since the close from which the windows count; 0 is that close. */
  readonly period: number;
  readonly mean: number;
  /** The band: mean ± t × sd/√n, point by point. NaN with one event. */
  readonly low: number;
  readonly high: number;
  /** The mean of all windows, whether or not an event came before them. */
  readonly base: number;
}

/** Averages the paths of the events period by period, as far as all of them reach. */
export function averagePath(
  paths: readonly Float64Array[],
  base: ArrayLike<number>,
  level: number,
): readonly PathPoint[] {
  if (paths.length === 0) return [];
  const steps = Math.min(base.length, ...paths.map(({ length }) => length));
  const t = studentQuantile((1 + level) / 2, paths.length - 1);
  const start = { period: 0, mean: 0, low: 0, high: 0, base: 0 };
  const after = Array.from({ length: steps }, (_, step) => {
    const values = paths.map((path) => path[step]!);
    const average = mean(values);
    const reach = (t * sampleStandardDeviation(values)) / Math.sqrt(paths.length);
    return { period: step + 1, mean: average, low: average - reach, high: average + reach, base: base[step]! };
  });
  return [start, ...after];
}
