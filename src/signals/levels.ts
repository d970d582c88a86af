import { InputError } from '../core/index.js';
import {
  assertReturnSeries,
  lived,
  type Observation,
  type ObservationSeries,
  type ReturnSeries,
} from '../panel/index.js';
import { type ReadObservations, readObservations } from './read-observations.js';

/** What a signal of levels is made from: returns (their wealth, known at each close), or observations of a level. */
export type LevelSource = ReturnSeries | ObservationSeries | readonly Observation[];

/** The levels of a source: wealth from the starting 1 on for returns, the values themselves for observations. */
export function levelsOf(source: LevelSource, where: string): ReadObservations {
  const returns = typeof source === 'object' && (source as object | null) !== null && 'calendar' in source;
  if (!returns) return readObservations(source as Exclude<LevelSource, ReturnSeries>, where);
  assertReturnSeries(where, 'the series', source);
  const life = lived(source);
  const { calendar, values } = life;
  const size = calendar.length === 0 ? 0 : calendar.length + 1;
  const levels = new Float64Array(size).fill(1);
  for (let row = 0; row < calendar.length; row++) {
    levels[row + 1] = levels[row]! * (1 + presentReturn(life, row, where));
  }
  const days = Int32Array.from({ length: size }, (_, point) =>
    point === 0 ? calendar.base : calendar.days[point - 1]!,
  );
  const { usesHindsight = false, source: origin } = values.length === 0 ? {} : life.meta;
  return {
    name: source.name,
    days,
    values: levels,
    aboutDays: days,
    usesHindsight,
    origin: origin === undefined ? {} : { source: origin },
  };
}

/** A return inside a life; a hole is refused, since the path is unknown from there on. */
export function presentReturn({ name, calendar, values }: ReturnSeries, row: number, where: string): number {
  const value = values[row]!;
  if (!Number.isNaN(value)) return value;
  throw new InputError(
    'returns.hole',
    `${where}: "${name}" has no return on ${calendar.date(row)}, inside its life; the path of its wealth is unknown from there on. ` +
      'Cut it to a window without the hole, or fill the return from its source.',
    { series: name, row, date: calendar.date(row) },
  );
}
