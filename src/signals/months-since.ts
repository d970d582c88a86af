import { describeValue, InputError } from '../core/index.js';
import type { DatedSignal } from '../panel/index.js';
import { monthNumber, parseIsoDate } from '../time/index.js';
import type { DatedEvent, EventList } from './dated-event.js';
import { hindsightMark } from './hindsight-mark.js';

/**
 * Calendar months since the latest event known on a day: 12 × difference of years + difference of months, counted from the
 * month in which the event became known. 0 in that month, 1 in the next; NaN before any event is known.
 *
 * A function of the day, so it serves panels of any frequency: `addIndicator(panel, 'monthsSinceFirstCut', monthsSince(cuts))`.
 *
 * @param events from `firstCuts`, or any list of `{ date, knownOn }` in order of `knownOn`.
 * @throws InputError `observation.invalid`, `observation.order`, `option.type` (a mark of hindsight that is not true or false).
 * @example
 * const since = monthsSince([{ date: '2024-09-18', knownOn: '2024-09-18' }]);
 * console.log(since.valueOn('2024-09-17'), since.valueOn('2024-09-30'), since.valueOn('2025-01-31')); // NaN 0 4
 */
export function monthsSince(events: EventList | readonly DatedEvent[]): DatedSignal {
  const list = Array.isArray(events)
    ? (events as readonly DatedEvent[])
    : (events as Partial<EventList> | null)?.events;
  if (!Array.isArray(list)) {
    throw new InputError(
      'observation.invalid',
      `monthsSince: found ${describeValue(events)}; give firstCuts(rates), or events [{ date, knownOn }, …].`,
    );
  }
  const days = (list as readonly (DatedEvent | null | undefined)[]).map((event, index) => {
    if (typeof event === 'object' && event !== null) return parseIsoDate(event.knownOn, `monthsSince, event ${index}`);
    throw new InputError(
      'observation.invalid',
      `monthsSince, event ${index}: found ${describeValue(event)}; an event is { date, knownOn }.`,
      { index },
    );
  });
  const disorder = days.findIndex((day, index) => index > 0 && day < days[index - 1]!);
  if (disorder > 0) {
    throw new InputError(
      'observation.order',
      `monthsSince: event ${disorder} became known before event ${disorder - 1}. Sort by "knownOn".`,
    );
  }
  const { name = 'events' } = events as Partial<EventList>;
  const usesHindsight = hindsightMark(events, 'monthsSince');
  return Object.freeze({
    name: `months since ${name}`,
    usesHindsight,
    valueOn: (date: string) => {
      const day = parseIsoDate(date, 'monthsSince');
      let known = days.length - 1;
      while (known >= 0 && days[known]! > day) known--;
      return known < 0 ? NaN : monthNumber(day) - monthNumber(days[known]!);
    },
  });
}
