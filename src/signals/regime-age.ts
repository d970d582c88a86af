import { type DatedSignal, showSignal } from '../panel/index.js';
import { monthNumber, parseIsoDate } from '../time/index.js';
import type { DatedEvent, EventList } from './dated-event.js';
import { latestKnown } from './latest-known.js';
import { readEvents } from './read-events.js';

/**
 * How long the present regime has lasted: calendar months since the turn that began it, counted from the month of the turn, and only once
 * the turn is known.
 *
 * 12 × difference of years + difference of months, from the `date` of the latest event with `knownOn` on or before the day. `monthsSince`
 * counts from the month in which an event became known; a turning point is months old when it is seen. NaN before any event is known.
 *
 * @param events from `turningPoints`, `recessionLinked` or `firstCuts`, or any list of `{ date, knownOn }` in order of `knownOn`.
 * @throws InputError `observation.invalid`, `observation.order`, `option.type` (a mark of hindsight that is not true or false).
 * @see Lunde, A. and Timmermann, A. (2004), "Duration Dependence in Stock Prices", Journal of Business & Economic Statistics 22(3): the age
 *   of a bull or bear market as a state variable.
 * @example
 * const age = regimeAge([{ date: '2011-04-30', knownOn: '2013-09-30' }]);
 * console.log(age.valueOn('2013-08-31'), age.valueOn('2013-09-30')); // NaN 29
 */
export function regimeAge(events: EventList | readonly DatedEvent[]): DatedSignal {
  const where = 'regimeAge';
  const { name, days, knownDays, usesHindsight } = readEvents(events, where);
  return Object.freeze(
    showSignal({
      name: `months of the regime since ${name}`,
      usesHindsight,
      valueOn: (date: string) => {
        const day = parseIsoDate(date, where);
        return monthNumber(day) - monthNumber(days[latestKnown(knownDays, day)] ?? NaN);
      },
    }),
  );
}
