import { describeValue, InputError } from '../../core/index.js';
import type { Observation, ObservationSeries } from '../../panel/index.js';
import type { EventList } from '../../signals/index.js';
import { isoDate, type IsoDate, parseIsoDate } from '../../time/index.js';

/** Something that happened, and the day at whose close the world could know it. */
export interface StudyEvent {
  readonly knownOn: IsoDate;
  /** The day of the event itself; `knownOn` when absent. It only labels the event: windows begin after `knownOn`. */
  readonly date?: IsoDate;
}

/** Events in order of the days on which they became known: `firstCuts(…)`, observations, or plain days. */
export type StudyEvents = EventList | ObservationSeries | readonly (string | StudyEvent | Observation)[];

/** A checked event with the day number on which it became known. */
export interface CheckedEvent {
  readonly date: IsoDate;
  readonly knownOn: IsoDate;
  readonly day: number;
}

/** Events with their name and their mark of hindsight. */
export interface CheckedEvents {
  readonly name: string;
  readonly usesHindsight: boolean;
  readonly list: readonly CheckedEvent[];
}

/** Checks the events of a study. */
export function checkEvents(where: string, events: StudyEvents): CheckedEvents {
  const given = events as Partial<Record<'name' | 'usesHindsight' | 'events' | 'observations', unknown>> | null;
  const list: unknown = [given, given?.events, given?.observations].find((one) => Array.isArray(one));
  if (!Array.isArray(list)) {
    throw new InputError(
      'observation.invalid',
      `${where}: found ${describeValue(given)} where the events belong; give firstCuts(rates), observations [{ knownOn, … }, …], or days such as ['2019-07-31'].`,
      { where, found: describeValue(given) },
    );
  }
  const checked = Array.from<unknown>(list).map((event, index) => checkEvent(event, `${where}, event ${index}`));
  const disorder = checked.findIndex(({ day }, index) => index > 0 && day < checked[index - 1]!.day);
  if (disorder > 0) {
    throw new InputError(
      'observation.order',
      `${where}, event ${disorder}: known on ${checked[disorder]!.knownOn}, after one known on ${checked[disorder - 1]!.knownOn}. Sort the events by "knownOn".`,
      { where, index: disorder },
    );
  }
  const name = typeof given?.name === 'string' ? given.name : 'events';
  return { name, usesHindsight: given?.usesHindsight === true, list: checked };
}

function checkEvent(event: unknown, place: string): CheckedEvent {
  if (typeof event === 'string') {
    const day = parseIsoDate(event, place);
    return { date: isoDate(day), knownOn: isoDate(day), day };
  }
  if (typeof event !== 'object' || event === null || !('knownOn' in event)) {
    throw new InputError(
      'observation.invalid',
      `${place}: found ${describeValue(event)}; an event is a day "YYYY-MM-DD", or { knownOn } with the day at whose close it was known.`,
      { where: place },
    );
  }
  const day = parseIsoDate(event.knownOn, place);
  const date = 'date' in event && event.date !== undefined ? parseIsoDate(event.date, place) : day;
  if (date <= day) return { date: isoDate(date), knownOn: isoDate(day), day };
  throw new InputError(
    'observation.order',
    `${place}: known on ${isoDate(day)}, before it happened on ${isoDate(date)}. "knownOn" is the day of the event or a later one.`,
    { where: place },
  );
}
