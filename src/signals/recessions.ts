import { assertKnownOptions, assertOneOf } from '../core/index.js';
import { type DatedSignal, showSignal } from '../panel/index.js';
import { monthNumber, parseIsoDate } from '../time/index.js';
import { latestKnown } from './latest-known.js';
import { readRecessionDates, type RecessionDates, type RecessionKnowledge } from './recession-dates.js';

/** Options of {@link recessions}. */
export interface RecessionsOptions {
  /** 'announced': what had been announced by the day. 'hindsight': what the months are known to be today. There is no default. */
  readonly known: RecessionKnowledge;
}

/** Recession or not, on any day: 1, 0 or NaN. */
export interface RecessionSignal extends DatedSignal {
  readonly known: RecessionKnowledge;
}

/**
 * Whether the economy is in recession, as a regime: 1 in recession, 0 in expansion, NaN unknown. Either as it had been announced, or with
 * hindsight.
 *
 * *announced*: the latest turning point announced on or before the day: 1 after a peak's announcement, 0 after a trough's, whatever
 * the economy did. NaN before the first announcement (for the United States 1980-06-03). A strategy may use this.
 *
 * *hindsight*: the months after a peak's month up to and including the trough's are 1, all others 0. NaN up to the month of the first
 * turning point. Peaks were announced about seven months late and troughs fifteen, so `usesHindsight` is true: it describes, it cannot be
 * traded on.
 *
 * Both are NaN after `spanEnd`, the last month that the data cover.
 *
 * @param dates `usRecessions()`, or peaks and troughs of another country in the same shape.
 * @throws InputError `observation.invalid`, `observation.order`, `date.format`, `date.impossible`, `option.range` (no such knowledge),
 *   `option.unknown`, `option.type`.
 * @see National Bureau of Economic Research, "Business Cycle Dating Committee Announcements".
 * @example
 * const [then, now] = [recessions(usRecessions(), { known: 'announced' }), recessions(usRecessions(), { known: 'hindsight' })];
 * console.log(then.valueOn('2008-11-30'), then.valueOn('2008-12-31'), now.valueOn('2007-12-31'), now.valueOn('2008-01-31')); // 0 1 0 1
 */
export function recessions(dates: RecessionDates, options: RecessionsOptions): RecessionSignal {
  const where = 'recessions';
  assertKnownOptions(where, options, ['known']);
  const { known } = options;
  assertOneOf(where, 'known', known, ['announced', 'hindsight']);
  const { turns, lastMonth } = readRecessionDates(dates, where);
  const seen = known === 'announced' ? turns.filter(({ announcedDay }) => !Number.isNaN(announcedDay)) : turns;
  // A turn changes the state from the day of its announcement, or from the month after its own.
  const from = seen.map(({ monthIndex, announcedDay }) => (known === 'announced' ? announcedDay : monthIndex + 1));
  return Object.freeze(
    showSignal({
      name: known === 'announced' ? 'announced recession' : 'recession',
      usesHindsight: known === 'hindsight',
      known,
      valueOn: (date: string) => {
        const day = parseIsoDate(date, where);
        if (monthNumber(day) > lastMonth) return NaN;
        const latest = seen[latestKnown(from, known === 'announced' ? day : monthNumber(day))];
        return latest === undefined ? NaN : Number(latest.type === 'peak');
      },
    }),
  );
}
