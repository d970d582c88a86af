import { type DatedSignal, showSignal } from '../panel/index.js';
import { monthNumber, parseIsoDate } from '../time/index.js';
import type { DatedEvent, EventList } from './dated-event.js';
import { latestKnown } from './latest-known.js';
import { readEvents } from './read-events.js';

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
  const where = 'monthsSince';
  const { name, knownDays, usesHindsight } = readEvents(events, where);
  return Object.freeze(
    showSignal({
      name: `months since ${name}`,
      usesHindsight,
      valueOn: (date: string) => {
        const day = parseIsoDate(date, where);
        return monthNumber(day) - monthNumber(knownDays[latestKnown(knownDays, day)] ?? NaN);
      },
    }),
  );
}
