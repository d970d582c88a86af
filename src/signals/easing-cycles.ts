import { assertKnownOptions, assertNumber } from '../core/index.js';
import {
  type Displayed,
  makeTable,
  numberCell,
  percentCell,
  type Table,
  textCell,
  toHtml,
  toText,
  withDisplay,
} from '../table/index.js';
import type { IsoDate } from '../time/index.js';
import type { DatedEvent, EventList } from './dated-event.js';
import { firstCuts, type FirstCutOptions } from './first-cuts.js';
import { rateChanges, type RateHistory } from './rate-change.js';
import type { RecessionDates } from './recession-dates.js';
import { linkByHindsight, type RecessionLink } from './recession-link.js';
import { linkedWord } from './recession-linked.js';

/** Options of {@link easingCycles}: the rule of first cuts, and the recessions to link with. */
export interface EasingCyclesOptions extends FirstCutOptions {
  /** `usRecessions()`; without it no cycle is linked. */
  readonly recessions?: RecessionDates | undefined;
  /** Months after the first cut in which the peak of a linked recession may still lie; 12 when absent. */
  readonly windowMonths?: number | undefined;
}

const cutOptions = ['minCutBps', 'minGapMonths', 'requireHike', 'minHikeBps'];

/** A day with the rate from then on. */
export interface DatedRate {
  readonly date: IsoDate;
  /** Annual fraction. */
  readonly rate: number;
}

/** A cycle of rate cuts from its first to its last. `date` and `knownOn` are those of the first cut; the rest is known later. */
export interface EasingCycle extends DatedEvent {
  /** The rate before the first cut, with the day on which it was reached; null where that lies before the data. */
  readonly peak: { readonly date: IsoDate | null; readonly rate: number };
  readonly firstCut: DatedRate;
  readonly lastCut: DatedRate;
  /** Decreases from the first to the last, and their sum, negative, in basis points. */
  readonly cuts: number;
  readonly totalBps: number;
  /** The increase that ended it; null where none came before the next first cut, or none yet: then the last cut may not be the last. */
  readonly endedBy: IsoDate | null;
  /** By hindsight; null without `recessions`. */
  readonly recession: RecessionLink | null;
}

/** Easing cycles, oldest first. Prints itself. */
export interface EasingCycles extends EventList<EasingCycle>, Displayed {
  readonly usesHindsight: true;
}

/**
 * The easing cycles of a central bank from peak to last cut, with their size and their recession.
 *
 * A cycle begins with each event of `firstCuts` under the same options. Its last cut is the last decrease, of any size, before the next
 * increase that counts (`minHikeBps`), or before the next first cut. The last cut is known only when an increase has come, and a recession
 * when it was announced: `usesHindsight` is true. What is known in time is the first cut itself.
 *
 * @param rates `usPolicyRate()`, or observations of any policy rate as annual fractions, in order of date.
 * @throws InputError `observation.invalid`, `observation.order`, `date.format`, `option.unknown`, `option.range`, `option.type`.
 * @see Board of Governors of the Federal Reserve System, "Open Market Operations" (changes of the target); NBER for the recessions.
 * @example
 * const cycle = easingCycles(usPolicyRate(), { recessions: usRecessions() }).events[6];
 * console.log(cycle?.firstCut.date, cycle?.lastCut.date, cycle?.totalBps, cycle?.recession?.monthsToPeak); // 2007-09-18 2008-12-16 -500 3
 */
export function easingCycles(rates: RateHistory, options: EasingCyclesOptions = {}): EasingCycles {
  const where = 'easingCycles';
  assertKnownOptions(where, options, [...cutOptions, 'recessions', 'windowMonths']);
  const { recessions, windowMonths = 12, ...cutRule } = options;
  assertNumber(where, 'windowMonths', windowMonths, { min: 0, integer: true });
  const first = firstCuts(rates, cutRule);
  const linkOf = recessions === undefined ? () => null : linkByHindsight(recessions, windowMonths, where);
  const changes = rateChanges(rates, where);
  const starts = first.events.map((event) =>
    changes.findIndex(({ date, to }) => date === event.date && to === event.to),
  );
  const events = first.events.map((event, index): EasingCycle => {
    const start = starts[index]!;
    const span = changes.slice(start, starts[index + 1]);
    const end = span.findIndex(({ bps }) => bps >= first.rule.minHikeBps);
    const cuts = span.slice(0, end < 0 ? undefined : end).filter(({ bps }) => bps < 0);
    const last = cuts.at(-1)!;
    return Object.freeze({
      date: event.date,
      knownOn: event.knownOn,
      peak: Object.freeze({ date: changes[start - 1]?.date ?? null, rate: event.from }),
      firstCut: Object.freeze({ date: event.date, rate: event.to }),
      lastCut: Object.freeze({ date: last.date, rate: last.to }),
      cuts: cuts.length,
      totalBps: Math.round(cuts.reduce((total, { bps }) => total + bps, 0) * 1e6) / 1e6,
      endedBy: span[end]?.date ?? null,
      recession: linkOf(event.date),
    });
  });
  const list = {
    name: 'easing cycles',
    events: Object.freeze(events),
    length: events.length,
    usesHindsight: true as const,
    [Symbol.iterator]: () => events[Symbol.iterator](),
  };
  return withDisplay(list, { text: (self) => toText(table(self)), html: (self) => toHtml(table(self)) });
}

function table({ events }: EasingCycles): Table {
  return makeTable({
    title: `Easing cycles: ${events.length}`,
    columns: [
      { key: 'peak', label: 'Peak', align: 'left' },
      { key: 'from', label: 'From' },
      { key: 'first', label: 'First cut', align: 'left' },
      { key: 'last', label: 'Last cut', align: 'left' },
      { key: 'to', label: 'To' },
      { key: 'cuts', label: 'Cuts' },
      { key: 'totalBps', label: 'Total, bp' },
      { key: 'recession', label: 'Recession', align: 'left' },
    ],
    rows: events.map(({ peak, firstCut, lastCut, cuts, totalBps, endedBy, recession }, index) => ({
      peak: textCell(peak.date),
      from: percentCell(peak.rate),
      first: firstCut.date,
      last: `${lastCut.date}${endedBy === null && index === events.length - 1 ? ' (open)' : ''}`,
      to: percentCell(lastCut.rate),
      cuts,
      totalBps: numberCell(totalBps, Number.isInteger(totalBps) ? 0 : 2),
      recession: textCell(recession === null ? null : `${linkedWord(recession.linked)}: ${recession.why}`),
    })),
    notes: [
      'Warning: uses hindsight: a last cut is known when an increase has come, a recession when it was announced.',
    ],
  });
}
