import { seededRandom } from '../../core/index.js';
import { countApart, deviationOf, mean, quantile, ratio } from '../../stats/index.js';
import type { IsoDate } from '../../time/index.js';
import { studentCdf } from '../distributions/student-cdf.js';
import { studentQuantile } from '../distributions/student-quantile.js';
import { abnormalPath, type AbnormalReturn, countHits } from './abnormal-return.js';
import { averagePath, type PathPoint } from './average-path.js';
import { allWindows, type BaseRate } from './base-rate.js';
import { type BootstrapMean, bootstrapMean } from './bootstrap-mean.js';
import type { EventHorizon } from './event-horizon.js';
import { type EventWindow, eventRow, type Exclusion, windowsAfter } from './event-windows.js';
import { type HitRateFigures, hitRateFigures } from './hit-rate-interval.js';
import { type Placebo, placeboCalendars } from './placebo-calendars.js';
import type { CheckedEvent } from './study-events.js';
import type { StudyPair } from './study-pair.js';

/** What came after one event. */
export interface EventReturn {
  readonly date: IsoDate;
  readonly knownOn: IsoDate;
  /** The close from which the window counts, and the one on which it ends. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly value: number;
  /** Whether its window has rows in common with that of another event. */
  readonly overlaps: boolean;
}

/** An event without a figure. */
export interface ExcludedEvent {
  readonly date: IsoDate;
  readonly knownOn: IsoDate;
  /** 'truncated': the data end before its window does. */
  readonly why: Exclusion;
}

/** The events of a study over windows of one length. */
export interface HorizonStudy {
  /** "12 months". */
  readonly horizon: string;
  readonly events: readonly EventReturn[];
  readonly excluded: readonly ExcludedEvent[];
  /** The figures of the events, in their order: what `compareGroups` takes. */
  readonly values: readonly number[];
  readonly n: number;
  /** How many of the windows have no row in common: the cases that there really are. */
  readonly independent: number;
  readonly mean: number;
  readonly median: number;
  readonly standardDeviation: number;
  readonly hits: number;
  readonly ties: number;
  readonly losses: number;
  /** hits / n. */
  readonly hitRate: number;
  readonly wilson: HitRateFigures;
  readonly clopperPearson: HitRateFigures;
  /** mean / (sd / √n), with n − 1 degrees of freedom, and its two-sided p-value for a mean of 0. */
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Of the mean, by Student's t. */
  readonly interval: { readonly low: number; readonly high: number };
  /** Of the mean, by resampling the events. */
  readonly bootstrap: BootstrapMean;
  readonly baseRate: BaseRate;
  readonly placebo: Placebo;
  /** The average path after the events, with its band: what a chart draws. */
  readonly path: readonly PathPoint[];
}

/** How the figures of a study are found. */
export interface StudySettings {
  readonly measure: AbnormalReturn;
  readonly level: number;
  readonly seed: number;
  readonly draws: number;
}

/** Studies the windows of one length. */
export function horizonStudy(
  where: string,
  pair: StudyPair,
  list: readonly CheckedEvent[],
  horizon: EventHorizon,
  { measure, level, seed, draws }: StudySettings,
): HorizonStudy {
  const windowOf = windowsAfter(where, pair, horizon);
  const all = allWindows(pair, measure, windowOf);
  const placed = list.map((event) => {
    const row = eventRow(pair.calendar, event.day);
    return { event, row, window: windowOf(row) };
  });
  const kept = placed.filter((one): one is typeof one & { window: EventWindow } => typeof one.window !== 'string');
  const windows = kept.map(({ window }) => window);
  const paths = windows.map((window) => abnormalPath(pair, measure, window));
  const values = paths.map((path) => path.at(-1)!);
  const n = values.length;
  const counts = countHits(values);
  const [average, deviation] = [mean(values), deviationOf(values)];
  const error = deviation / Math.sqrt(n);
  const t = ratio(average, error);
  // Figures that are all equal say nothing of how far their mean may be from the true one.
  const reach = error === 0 ? NaN : studentQuantile((1 + level) / 2, n - 1) * error;
  const random = seededRandom(seed);
  const resampled = bootstrapMean(values, level, draws, random);
  return {
    horizon: horizon.words,
    events: kept.map(({ event, window }, index) => ({
      date: event.date,
      knownOn: event.knownOn,
      from: pair.calendar.date(window.first - 1),
      to: pair.calendar.date(window.last),
      value: values[index]!,
      overlaps: windows.some((other, place) => place !== index && meet(window, other)),
    })),
    excluded: placed.flatMap(({ event: { date, knownOn }, window: why }) =>
      typeof why === 'string' ? [{ date, knownOn, why }] : [],
    ),
    values,
    n,
    independent: countApart(windows),
    mean: average,
    median: quantile(values, 0.5),
    standardDeviation: deviation,
    ...counts,
    hitRate: ratio(counts.hits, n),
    wilson: hitRateFigures(counts.hits, n, 'wilson', level),
    clopperPearson: hitRateFigures(counts.hits, n, 'clopperPearson', level),
    t,
    degreesOfFreedom: Math.max(0, n - 1),
    pValue: 2 * studentCdf(-Math.abs(t), n - 1),
    interval: { low: average - reach, high: average + reach },
    bootstrap: error === 0 ? { ...resampled, low: NaN, high: NaN } : resampled,
    baseRate: all.rate,
    placebo: placeboCalendars(
      kept.map(({ row }) => all.placeOf.get(row)!),
      all.values,
      draws,
      random,
    ),
    path: averagePath(paths, all.path, level),
  };
}

const meet = (a: EventWindow, b: EventWindow): boolean => a.first <= b.last && b.first <= a.last;
