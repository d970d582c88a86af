import { assertKnownOptions, assertNumber, assertOneOf, InputError } from '../core/index.js';
import {
  type Displayed,
  makeTable,
  numberCell,
  percentCell,
  type Table,
  toHtml,
  toText,
  withDisplay,
} from '../table/index.js';
import { isoDate, type IsoDate } from '../time/index.js';
import type { DatedEvent, EventList } from './dated-event.js';
import { levelsOf, type LevelSource } from './levels.js';
import type { ReadObservations } from './read-observations.js';
import { zigZag } from './zig-zag.js';

/** Options of {@link turningPoints}. */
export interface TurningPointsOptions {
  /** The move that confirms a turn: 0.25 is a rise to 1.25 times or a fall to 1/1.25; with 'difference' in the units of the level. */
  readonly threshold: number;
  /** 'ratio' for wealth and relative strength; 'difference' for rates. 'ratio' when absent. */
  readonly by?: 'ratio' | 'difference' | undefined;
  /** Only peaks or only troughs, as a calendar of events; both when absent. */
  readonly only?: 'peaks' | 'troughs' | undefined;
}

/** A peak or a trough. */
export interface Turn extends DatedEvent {
  /** The day that the extreme level is about. */
  readonly date: IsoDate;
  /** The day on which the move back had become large enough to call it a turn. */
  readonly knownOn: IsoDate;
  readonly type: 'peak' | 'trough';
  readonly level: number;
}

/** Turns in order, with the span in which they were looked for. Prints itself. */
export interface Turns extends EventList<Turn>, Displayed {
  readonly threshold: number;
  readonly by: 'ratio' | 'difference';
  readonly only: 'peaks' | 'troughs' | null;
  /** First and last observation; null where there is none. */
  readonly first: { readonly date: IsoDate; readonly level: number } | null;
  readonly last: { readonly date: IsoDate; readonly level: number } | null;
}

/**
 * The peaks and troughs of a level, found by a zig-zag: an extreme counts as a turn once the level has moved back from it by `threshold`.
 *
 * With 'ratio' a peak is confirmed at peak / (1 + threshold) and a trough at trough · (1 + threshold), so that A over B and B over A turn on
 * the same days; a fall of a fifth is 0.25. With 'difference' both at a distance of `threshold`. Of equal extremes the latest counts. The
 * first observation is never a turn: what lay before it is not known. Missing values (NaN) are passed over.
 *
 * `date` is the day of the extreme, `knownOn` the day of its confirmation, often years later. Taken by `knownOn` (`monthsSince`,
 * `regimeAge`) the turns are point in time, since none is ever changed or withdrawn; taken by `date` they are hindsight (`runLengths`).
 *
 * @param source returns (their wealth), or observations of a level: `relativeStrength(small, big)`, `usEffectiveRate()`.
 * @throws InputError `observation.invalid` (also a level that is not above 0 with 'ratio'), `observation.order`, `returns.hole`,
 *   `option.type`, `option.range`, `option.unknown`.
 * @see Lunde, A. and Timmermann, A. (2004), "Duration Dependence in Stock Prices", Journal of Business & Economic Statistics 22(3): the
 *   filter; Bry, G. and Boschan, C. (1971), Cyclical Analysis of Time Series, NBER: no turns at the ends.
 * @example
 * const peaks = turningPoints(usEffectiveRate(), { threshold: 0.01, by: 'difference', only: 'peaks' });
 * console.log(peaks.events[0]?.date, peaks.events[0]?.knownOn); // 1957-10-31 1958-03-01
 */
export function turningPoints(source: LevelSource, options: TurningPointsOptions): Turns {
  const where = 'turningPoints';
  assertKnownOptions(where, options, ['threshold', 'by', 'only']);
  const { threshold, by = 'ratio', only = null } = options;
  assertNumber(where, 'threshold', threshold, { min: Number.MIN_VALUE, allowed: 'a number above 0, such as 0.25' });
  assertOneOf(where, 'by', by, ['ratio', 'difference']);
  if (only !== null) assertOneOf(where, 'only', only, ['peaks', 'troughs']);
  const levels = presentLevels(levelsOf(source, where));
  if (by === 'ratio') assertPositive(levels, where);
  const isAway = by === 'ratio' ? byRatio(threshold) : byDifference(threshold);
  const dateOf = (index: number): IsoDate => isoDate(levels.aboutDays[index]!);
  const all = zigZag(levels.values, isAway).map(({ at, confirmed, type }): Turn =>
    Object.freeze({
      date: dateOf(at),
      knownOn: isoDate(levels.days[confirmed]!),
      type,
      level: levels.values[at]!,
    }),
  );
  const events = all.filter(({ type }) => only === null || type === (only === 'peaks' ? 'peak' : 'trough'));
  const end = levels.values.length - 1;
  const pointAt = (index: number) => Object.freeze({ date: dateOf(index), level: levels.values[index]! });
  const list = {
    name: `${only ?? 'turning points'} of ${levels.name}`,
    events: Object.freeze(events),
    length: events.length,
    usesHindsight: levels.usesHindsight,
    threshold,
    by,
    only,
    first: end < 0 ? null : pointAt(0),
    last: end < 0 ? null : pointAt(end),
    [Symbol.iterator]: () => events[Symbol.iterator](),
  };
  return withDisplay(list, { text: (self) => toText(table(self)), html: (self) => toHtml(table(self)) });
}

type Levels = Pick<ReadObservations, 'name' | 'days' | 'aboutDays' | 'values' | 'usesHindsight'>;

function presentLevels({ name, days, aboutDays, values, usesHindsight }: Levels): Levels {
  const there = (_: number, index: number): boolean => !Number.isNaN(values[index]!);
  return {
    name,
    days: days.filter(there),
    aboutDays: aboutDays.filter(there),
    values: values.filter(there),
    usesHindsight,
  };
}

function assertPositive({ name, days, values }: Levels, where: string): void {
  const index = values.findIndex((level) => level <= 0);
  if (index < 0) return;
  throw new InputError(
    'observation.invalid',
    `${where}: "${name}" is ${values[index]!} on ${isoDate(days[index]!)}; ratios need levels above 0. Use by: 'difference'.`,
    { where, index, found: values[index]! },
  );
}

/** A move of exactly the threshold is one, whatever rounding makes of it. */
const ROUNDED = 1e-12;

const byRatio =
  (threshold: number) =>
  (low: number, high: number): boolean =>
    high >= low * (1 + threshold) * (1 - ROUNDED);

const byDifference =
  (threshold: number) =>
  (low: number, high: number): boolean =>
    high - low >= threshold * (1 - ROUNDED);

function table({ name, events, threshold, by }: Turns): Table {
  return makeTable({
    title: `${name}: ${events.length}`,
    columns: [
      { key: 'type', label: 'Turn', align: 'left' },
      { key: 'date', label: 'Date', align: 'left' },
      { key: 'knownOn', label: 'Known on', align: 'left' },
      { key: 'level', label: 'Level' },
    ],
    rows: events.map(({ type, date, knownOn, level }) => ({ type, date, knownOn, level: numberCell(level, 4) })),
    notes: [
      `A turn is known once the level has moved back by ${by === 'ratio' ? percentCell(threshold).text : String(threshold)}.`,
    ],
  });
}
