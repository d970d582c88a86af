import { countApart, mean, quantile, ratio } from '../../stats/index.js';
import { abnormalPath, type AbnormalReturn, countHits } from './abnormal-return.js';
import type { EventWindow, Exclusion } from './event-windows.js';
import type { StudyPair } from './study-pair.js';

/** What all windows of the length did, whether or not an event came before them: what an event has to beat. */
export interface BaseRate {
  readonly windows: number;
  /** How many of them have no row in common. */
  readonly independent: number;
  readonly hits: number;
  /** hits / windows. */
  readonly share: number;
  readonly mean: number;
  readonly median: number;
}

/** All windows of a length with what they did, by the row before them. */
export interface AllWindows {
  readonly rate: BaseRate;
  readonly values: readonly number[];
  /** The place of a row's window among the values; undefined for a row without one. */
  readonly placeOf: ReadonlyMap<number, number>;
  /** The mean path of the windows, as long as the shortest of them. */
  readonly path: Float64Array;
}

/** Measures every complete window of a length. */
export function allWindows(
  pair: StudyPair,
  measure: AbnormalReturn,
  windowOf: (row: number) => EventWindow | Exclusion,
): AllWindows {
  const windows: EventWindow[] = [];
  const values: number[] = [];
  const placeOf = new Map<number, number>();
  let sums: Float64Array = new Float64Array(0);
  for (let row = -1; row < pair.calendar.length; row++) {
    const window = windowOf(row);
    if (typeof window === 'string') continue;
    const path = abnormalPath(pair, measure, window);
    sums = windows.length === 0 ? path : sums.subarray(0, path.length).map((sum, step) => sum + path[step]!);
    placeOf.set(row, windows.length);
    windows.push(window);
    values.push(path.at(-1)!);
  }
  const { hits } = countHits(values);
  const rate = {
    windows: windows.length,
    independent: countApart(windows),
    hits,
    share: ratio(hits, windows.length),
    mean: mean(values),
    median: quantile(values, 0.5),
  };
  return { rate, values, placeOf, path: sums.map((sum) => sum / windows.length) };
}
