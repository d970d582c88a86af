import { describeValue, InputError } from '../core/index.js';
import { parseIsoDate } from '../time/index.js';
import type { DatedEvent, EventList } from './dated-event.js';
import { hindsightMark } from './hindsight-mark.js';

/** Events as they were checked, in order of `knownOn`. */
export interface ReadEvents<Event extends DatedEvent> {
  readonly name: string;
  readonly events: readonly Event[];
  readonly days: readonly number[];
  readonly knownDays: readonly number[];
  readonly usesHindsight: boolean;
}

/** Reads an event list, or a plain list of events. */
export function readEvents<Event extends DatedEvent>(
  given: EventList<Event> | readonly Event[],
  where: string,
): ReadEvents<Event> {
  const list = Array.isArray(given)
    ? (given as readonly Event[])
    : (given as Partial<EventList<Event>> | null | undefined)?.events;
  if (!Array.isArray(list)) {
    throw new InputError(
      'observation.invalid',
      `${where}: found ${describeValue(given)}; give firstCuts(rates), or events [{ date, knownOn }, …].`,
      { where, found: describeValue(given) },
    );
  }
  const events = Object.freeze([...(list as readonly Event[])]);
  const dayOf = (key: 'date' | 'knownOn') =>
    events.map((event: Event | null | undefined, index) => {
      const place = `${where}, event ${index}`;
      if (typeof event === 'object' && event !== null) return parseIsoDate(event[key], place);
      throw new InputError(
        'observation.invalid',
        `${place}: found ${describeValue(event)}; an event is { date, knownOn }.`,
        { where, index },
      );
    });
  const knownDays = dayOf('knownOn');
  const disorder = knownDays.findIndex((day, index) => day < knownDays[index - 1]!);
  if (disorder > 0) {
    throw new InputError(
      'observation.order',
      `${where}: event ${disorder} became known before event ${disorder - 1}. Sort by "knownOn".`,
      { where, index: disorder },
    );
  }
  const { name = 'events' } = given as Partial<EventList>;
  return { name, events, days: dayOf('date'), knownDays, usesHindsight: hindsightMark(given, where) };
}
