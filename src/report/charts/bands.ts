import { describeValue, InputError } from '../../core/index.js';
import type { DatedSignal, ObservationSeries } from '../../panel/index.js';
import { type EventList, type RecessionDates, recessions } from '../../signals/index.js';
import { pathDays } from './dated-lines.js';
import { type Calendar, isoDate, lastDayOfMonth, monthNumber, parseBound, parseIsoDate } from '../../time/index.js';

/** A span of time to shade; both ends belong to it. */
export interface BandSpan {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

/** A day to mark with a line: the day of an event, with the day on which it was known. */
export interface BandEvent {
  readonly knownOn: string;
  readonly date?: string;
}

/**
 * One thing to mark in a picture over time: `usRecessions()`, a signal that is 1 in the times to shade (`recessions(…)`, a regime mask), a list of
 * events such as `firstCuts(…)`, a span, an event, or a day.
 */
export type BandSource = RecessionDates | DatedSignal | EventList | ObservationSeries | BandSpan | BandEvent | string;

/** What to mark: one thing, or several. */
export type BandsInput = BandSource | readonly BandSource[];

/** The days of a picture: the first, and the others in order. */
export type ChartTime = Pick<Calendar, 'base' | 'days' | 'frequency'>;

/** What is shaded and marked inside a window, in days, and what must be said of it. */
export interface Bands {
  readonly spans: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  readonly lines: readonly { readonly day: number; readonly label: string }[];
  readonly words: readonly string[];
}

/**
 * Reads what is to be marked, as far as it lies between the first and the last day of a picture.
 *
 * @throws InputError `option.type` for what is none of these; `date.format`, `date.impossible`; `option.range` for a span that ends before it begins.
 */
export function readBands(where: string, given: BandsInput | undefined, calendar: ChartTime): Bands {
  const sources =
    given === undefined ? [] : Array.isArray(given) ? (given as readonly BandSource[]) : [given as BandSource];
  const [start, end] = [calendar.base, calendar.days[calendar.days.length - 1]!];
  const parts = sources.map((source, index) => readSource(`${where}, bands ${index}`, source, calendar));
  const spans = parts
    .flatMap((part) => part.spans)
    .filter(({ from, to }) => to > start && from < end)
    .map(({ from, to, label }) => ({ from: Math.max(from, start), to: Math.min(to, end), label }));
  const lines = parts.flatMap((part) => part.lines).filter(({ day }) => day >= start && day <= end);
  const labels = (list: readonly { readonly label: string }[]): string =>
    [...new Set(list.map(({ label }) => label))].filter((label) => label !== '').join(', ');
  return {
    spans,
    lines,
    words: [
      ...(labels(spans) === '' ? [] : [`Shaded: ${labels(spans)}.`]),
      ...(labels(lines) === '' ? [] : [`Lines: ${labels(lines)}.`]),
      ...new Set(parts.flatMap((part) => part.words)),
    ],
  };
}

function readSource(place: string, source: unknown, calendar: ChartTime): Bands {
  if (typeof source === 'string') return marked(parseIsoDate(source, place), 'marked days');
  if (typeof source === 'object' && source !== null) {
    const given = source as Partial<
      RecessionDates & DatedSignal & EventList & ObservationSeries & BandSpan & BandEvent
    >;
    if (given.turningPoints !== undefined) {
      const signal = recessions(source as RecessionDates, { known: 'hindsight' });
      const months = monthEnds(calendar);
      return { ...shadedBy({ ...signal, name: 'recessions' }, months), words: ['Recessions were dated afterwards.'] };
    }
    if (typeof given.valueOn === 'function') return shadedBy(source as DatedSignal, pathDays(calendar));
    if (Array.isArray(given.events)) return eventLines(place, source as EventList);
    if (Array.isArray(given.observations)) {
      const { name, observations, usesHindsight } = source as ObservationSeries;
      return eventLines(place, { name, events: observations, usesHindsight });
    }
    // An event of firstCuts has a from and a to as well: its rates.
    if (given.knownOn !== undefined) return marked(parseIsoDate(given.date ?? given.knownOn, place), 'marked events');
    if (given.from !== undefined && given.to !== undefined) return span(place, source as BandSpan);
  }
  throw new InputError(
    'option.type',
    `${place}: found ${describeValue(source)}; give usRecessions(), a signal, firstCuts(rates), a span { from, to, label }, or days such as '2020-03-23'.`,
    { where: place, found: describeValue(source) },
  );
}

const marked = (day: number, label: string): Bands => ({ spans: [], lines: [{ day, label }], words: [] });

function eventLines(
  place: string,
  {
    name,
    events,
    usesHindsight,
  }: Pick<EventList, 'name' | 'usesHindsight'> & { readonly events: readonly BandEvent[] },
): Bands {
  const dayOf = ({ date, knownOn }: BandEvent): number => parseIsoDate(date ?? knownOn, place);
  const lines = events.map((event) => ({ day: dayOf(event), label: name }));
  return { spans: [], lines, words: usesHindsight ? [`${name}: chosen with hindsight.`] : [] };
}

function span(place: string, { from, to, label = 'marked spans' }: BandSpan): Bands {
  const [first, last] = [parseBound(from, 'from', place), parseBound(to, 'to', place)];
  if (first <= last) return { spans: [{ from: first, to: last, label }], lines: [], words: [] };
  throw new InputError(
    'option.range',
    `${place}: the span begins on ${isoDate(first)}, after its end on ${isoDate(last)}.`,
    {
      where: place,
    },
  );
}

/** The periods in which a signal, asked at their ends, is 1; entry 0 of the days is the start of the first. */
function shadedBy(signal: DatedSignal, days: ArrayLike<number>): Bands {
  const { name, usesHindsight } = signal;
  const spans: { from: number; to: number; label: string }[] = [];
  for (let place = 1; place < days.length; place++) {
    if (signal.valueOn(isoDate(days[place]!)) !== 1) continue;
    const [from, to] = [days[place - 1]!, days[place]!];
    const open = spans.at(-1);
    if (open?.to === from) open.to = to;
    else spans.push({ from, to, label: name });
  }
  return { spans, lines: [], words: usesHindsight ? [`${name}: known only with hindsight.`] : [] };
}

function monthEnds({ base, days }: ChartTime): readonly number[] {
  const [first, last] = [monthNumber(base), monthNumber(days[days.length - 1]!)];
  return Array.from({ length: last - first + 1 }, (_, index) => lastDayOfMonth(first + index));
}
