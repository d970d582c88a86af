import { describeValue, InputError } from '../core/index.js';
import { type Calendar, isoDate, type IsoDate, parseIsoDate } from '../time/index.js';

/**
 * A figure with the day on which the world could know it. `knownOn` is never optional: it is what keeps tomorrow's figures out
 * of today's decision. A restatement is a later observation.
 */
export interface Observation {
  readonly knownOn: IsoDate;
  readonly value: number;
}

/** Observations with their name and unit: what the bundled indicators are. */
export interface ObservationSeries<O extends Observation = Observation> {
  readonly name: string;
  /** For example "annual fraction" or "ratio". */
  readonly unit: string;
  readonly observations: readonly O[];
  /** Whether a value was chosen with knowledge of what came later. */
  readonly usesHindsight: boolean;
  readonly source?: string;
  readonly vintage?: string;
}

/** A figure that can be asked for any day, such as `monthsSince(cuts)`; it must answer from what was known on that day. */
export interface DatedSignal {
  readonly name: string;
  readonly usesHindsight: boolean;
  valueOn(date: IsoDate): number;
}

/** The value known at the close of the base (entry 0) and of every row t (entry t + 1) of a calendar. NaN where none is. */
export type Fact = (calendar: Calendar) => Float64Array;

/** As-of join: at each row the latest observation with `knownOn` on or before the row's day. */
export function factFromObservations(knownDays: Int32Array, values: Float64Array): Fact {
  return (calendar) => {
    const joined = new Float64Array(calendar.length + 1).fill(NaN);
    let next = 0;
    let current = NaN;
    for (let row = -1; row < calendar.length; row++) {
      const day = row < 0 ? calendar.base : calendar.days[row]!;
      while (next < knownDays.length && knownDays[next]! <= day) current = values[next++]!;
      joined[row + 1] = current;
    }
    return joined;
  };
}

/** A fact that asks a signal on every row's day. An answer that is not a number is refused, so that a null never becomes 0. */
export function factFromSignal(signal: DatedSignal, where: string): Fact {
  return (calendar) =>
    Float64Array.from({ length: calendar.length + 1 }, (_, entry) => {
      const date = calendar.date(entry - 1);
      const value: unknown = signal.valueOn(date);
      if (typeof value === 'number' && Math.abs(value) !== Infinity) return value;
      throw new InputError(
        'observation.invalid',
        `${where}: valueOn('${date}') answered ${describeValue(value)}; it must be a number, or NaN where there is none.`,
        { where, date, found: describeValue(value) },
      );
    });
}

/**
 * Checks observations and lays them out in columns.
 *
 * @throws InputError `observation.invalid` (no `knownOn`, or a value that is not a number; NaN is allowed and means "known to be
 *   missing from then on"), `observation.order` (not sorted by `knownOn`).
 */
export function observationColumns(
  observations: readonly Observation[],
  where: string,
): { days: Int32Array; values: Float64Array } {
  const days = new Int32Array(observations.length);
  const values = new Float64Array(observations.length);
  // An empty place of an array is passed over by forEach: it must be refused, not become a 0 known in 1970.
  Array.from<Observation | null | undefined>(observations).forEach((observation, index) => {
    const place = `${where}, observation ${index}`;
    const knownOn = observation?.knownOn;
    const value = observation?.value;
    if (knownOn === undefined) {
      throw new InputError(
        'observation.invalid',
        `${place}: found ${describeValue(observation)} without "knownOn". Give the day on which the figure could be known, as "YYYY-MM-DD".`,
        { where, index },
      );
    }
    days[index] = parseIsoDate(knownOn, place);
    if (typeof value !== 'number' || Math.abs(value) === Infinity) {
      throw new InputError(
        'observation.invalid',
        `${place} (known on ${knownOn}): the value is ${describeValue(value)}; it must be a number.`,
        {
          where,
          index,
        },
      );
    }
    values[index] = value;
    if (index > 0 && days[index] < days[index - 1]!) {
      throw new InputError(
        'observation.order',
        `${place}: known on ${isoDate(days[index])}, after one known on ${isoDate(days[index - 1]!)}. Sort observations by "knownOn".`,
        { where, index },
      );
    }
  });
  return { days, values };
}
