import { InputError } from '../../core/index.js';
import { type EventStudy, eventStudy, type HorizonStudy } from '../../inference/index.js';
import type { ReturnSeries } from '../../panel/index.js';

/** The series that a study was made of. */
export interface StudiedSeries {
  readonly series: ReturnSeries;
  readonly benchmark: ReturnSeries;
}

/** What one event's window had come to after each of some periods. */
export interface EventPath {
  readonly date: string;
  readonly points: readonly { readonly period: number; readonly value: number }[];
}

/** Periods at which the path of an event is asked for, at most. */
const MOST = 60;

/**
 * The path of every event of a study: its own measure after 1, 2, … periods, asked of `eventStudy` again.
 *
 * @throws InputError `option.range` for other series than those of the study.
 */
export function eventStudyPaths(
  where: string,
  study: EventStudy,
  { events, path }: HorizonStudy,
  { series, benchmark }: StudiedSeries,
): readonly EventPath[] {
  if (series.name !== study.name || benchmark.name !== study.benchmark) {
    throw new InputError(
      'option.range',
      `${where}: the study is of "${study.name}" against "${study.benchmark}", "paths" gives "${series.name}" against "${benchmark.name}". Give the series of the study.`,
      { where, expected: [study.name, study.benchmark], found: [series.name, benchmark.name] },
    );
  }
  const last = path.length - 1;
  if (events.length === 0 || last < 1) return [];
  const every = Math.ceil(last / MOST);
  const periods = Array.from({ length: last }, (_, index) => index + 1).filter(
    (period) => period % every === 0 || period === last,
  );
  const { measure, level, seed } = study;
  const list = events.map(({ date, knownOn }) => ({ date, knownOn }));
  const again = eventStudy(series, list, { benchmark, periods, measure, level, seed, draws: 1 });
  return events.map(({ date, knownOn }) => ({
    date,
    points: [
      { period: 0, value: 0 },
      ...again.horizons.flatMap((horizon, index) => {
        const found = horizon.events.find((event) => event.date === date && event.knownOn === knownOn);
        return found === undefined ? [] : [{ period: periods[index]!, value: found.value }];
      }),
    ],
  }));
}
