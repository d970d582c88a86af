import { assertKnownOptions, assertNumber, assertOneOf, InputError } from '../core/index.js';
import { type Displayed, makeTable, type Table, textCell, toHtml, toText, withDisplay } from '../table/index.js';
import type { DatedEvent, EventList } from './dated-event.js';
import { readEvents } from './read-events.js';
import type { RecessionDates, RecessionKnowledge } from './recession-dates.js';
import { linkByAnnouncement, linkByHindsight, type RecessionLink } from './recession-link.js';

/** Options of {@link recessionLinked}. */
export interface RecessionLinkedOptions {
  /** 'announced': a recession had been announced when the event was known. 'hindsight': one was on or followed. There is no default. */
  readonly known: RecessionKnowledge;
  /** With hindsight, the months after the event in which the peak may still lie; 12 when absent. */
  readonly windowMonths?: number | undefined;
  /** Which events stay; 'all' when absent. Those of which it cannot be said stay only among all. */
  readonly keep?: 'all' | 'linked' | 'unlinked' | undefined;
}

/** Events with their recession. Prints itself. */
export interface RecessionLinkedEvents<Event extends DatedEvent>
  extends EventList<Event & { readonly recession: RecessionLink }>, Displayed {
  readonly known: RecessionKnowledge;
}

/**
 * Tells the first cuts that came with a recession from those that did not.
 *
 * *hindsight*: an event is linked when its month lies in a recession (after a peak's month, up to the trough's), or a peak's month follows
 * within `windowMonths`, the event's own month among them. The window decides: the cut of June 1989 lies 13 months before the peak. Null,
 * open, where the window reaches beyond the data. `usesHindsight` is true, and a study that conditions on it describes what nobody could
 * have traded.
 *
 * *announced*: linked when a peak had been announced by the day on which the event was known, and the next trough had not. Point in time.
 * At none of the nine first cuts since 1984 had the recession been announced.
 *
 * @param events `firstCuts(rates)`, `usDiscountRateFirstCuts()`, or any list of `{ date, knownOn }` in order of `knownOn`.
 * @param dates `usRecessions()`.
 * @returns the events with `recession`, for `monthsSince` or an event study.
 * @throws InputError `observation.invalid`, `observation.order`, `date.format`, `option.range` (also a window with announcements),
 *   `option.type`, `option.unknown`.
 * @see National Bureau of Economic Research, "US Business Cycle Expansions and Contractions" and "Business Cycle Dating Committee
 *   Announcements".
 * @example
 * const linked = recessionLinked(firstCuts(usPolicyRate()), usRecessions(), { known: 'hindsight', keep: 'linked' });
 * console.log(linked.events.map(({ date }) => date.slice(0, 7)).join(' '), linked.usesHindsight); // 2001-01 2007-09 2019-07 true
 */
export function recessionLinked<Event extends DatedEvent>(
  events: EventList<Event> | readonly Event[],
  dates: RecessionDates,
  options: RecessionLinkedOptions,
): RecessionLinkedEvents<Event> {
  const where = 'recessionLinked';
  assertKnownOptions(where, options, ['known', 'windowMonths', 'keep']);
  const { known, windowMonths = 12, keep = 'all' } = options;
  assertOneOf(where, 'known', known, ['announced', 'hindsight']);
  assertOneOf(where, 'keep', keep, ['all', 'linked', 'unlinked']);
  assertNumber(where, 'windowMonths', windowMonths, { min: 0, integer: true });
  if (known === 'announced' && options.windowMonths !== undefined) {
    throw new InputError(
      'option.range',
      `${where}: "windowMonths" is ${windowMonths}, but a window looks ahead; with known: 'announced' leave it out, or use known: 'hindsight'.`,
      { where, option: 'windowMonths', found: windowMonths },
    );
  }
  const read = readEvents(events, where);
  const hindsight = known === 'hindsight';
  const linkOf = hindsight ? linkByHindsight(dates, windowMonths, where) : linkByAnnouncement(dates, where);
  const all = read.events.map((event) =>
    Object.freeze({ ...event, recession: linkOf(hindsight ? event.date : event.knownOn) }),
  );
  const kept = all.filter(({ recession: { linked } }) => keep === 'all' || linked === (keep === 'linked'));
  const list = {
    name: keep === 'all' ? read.name : `${read.name}, ${keep === 'linked' ? '' : 'not '}recession-linked`,
    events: Object.freeze(kept),
    length: kept.length,
    usesHindsight: hindsight || read.usesHindsight,
    known,
    [Symbol.iterator]: () => kept[Symbol.iterator](),
  };
  return withDisplay(list, { text: (self) => toText(table(self)), html: (self) => toHtml(table(self)) });
}

function table<Event extends DatedEvent>(list: RecessionLinkedEvents<Event>): Table {
  const hindsight = list.known === 'hindsight';
  return makeTable({
    title: `${list.name}: ${list.length} events`,
    columns: [
      { key: 'date', label: 'Date', align: 'left' },
      { key: 'linked', label: 'Recession', align: 'left' },
      { key: 'peak', label: 'Peak', align: 'left' },
      { key: 'why', label: 'Why', align: 'left' },
    ],
    rows: list.events.map(({ date, recession: { linked, peak, why } }) => ({
      date,
      linked: linkedWord(linked),
      peak: textCell(peak),
      why,
    })),
    notes: [
      hindsight
        ? 'Warning: uses hindsight: recessions are known months after they begin and end.'
        : 'Point in time: what had been announced on the day on which the event was known.',
    ],
  });
}

/** A link in a table: yes, no or open. */
export const linkedWord = (linked: boolean | null): string => (linked === null ? 'open' : linked ? 'yes' : 'no');
