import type { ObservationSeries } from '../panel/index.js';
import { countCell, makeTable, percentCell, showAs, someRows, type TableInput, tableDisplay } from '../table/index.js';
import type { FundFact } from './fund-facts.js';
import type { Provenance } from './provenance.js';
import type { DiscountRateFirstCuts } from './us-discount-rate-first-cuts.js';
import type { Recessions } from './us-recessions.js';

const left = (key: string, label: string): TableInput['columns'][number] => ({ key, label, align: 'left' });

/** Lets a record of observations show what is in it, key by key. To be called before it is frozen. */
export const showParts = <Parts extends object>(parts: Parts, title: string): Parts =>
  showAs(
    parts,
    tableDisplay<Readonly<Record<string, ObservationSeries>>>((self) =>
      makeTable({
        title,
        columns: [
          left('key', ''),
          left('name', 'Name'),
          left('unit', 'Unit'),
          { key: 'count', label: 'Observations' },
          left('from', 'First known'),
          left('to', 'Last known'),
        ],
        rows: Object.entries(self).map(([key, { name, unit, observations }]) => ({
          key,
          name,
          unit,
          count: countCell(observations.length),
          from: observations[0]?.knownOn ?? null,
          to: observations.at(-1)?.knownOn ?? null,
        })),
      }),
    ),
  );

/** Lets the list of bundled sets show itself. */
export const showSets = (sets: Provenance[]): Provenance[] =>
  showAs(
    sets,
    tableDisplay<readonly Provenance[]>((self) =>
      makeTable({
        title: `${self.length} bundled sets`,
        columns: [
          left('name', 'Function'),
          left('title', 'What'),
          left('frequency', 'Frequency'),
          left('span', 'Span'),
        ],
        rows: self.map(({ name, title, frequency, span }) => ({
          name,
          title,
          frequency,
          span: `${span.from} to ${span.to}`,
        })),
        notes: ['Each also has its publisher, units, vintage, terms and what was computed.'],
      }),
    ),
  );

/** Lets the facts about funds show themselves. */
export const showFacts = <Facts extends object>(facts: Facts): Facts =>
  showAs(
    facts,
    tableDisplay<Readonly<Record<string, FundFact>>>((self) =>
      makeTable({
        title: 'Facts about funds',
        columns: [
          left('ticker', 'Ticker'),
          left('name', 'Name'),
          left('approach', 'Index or approach'),
          left('inception', 'Inception'),
          { key: 'fee', label: 'Expense ratio' },
        ],
        rows: Object.values(self).map(({ ticker, name, approach, inception, expenseRatio }) => ({
          ticker,
          name,
          approach,
          inception: inception ?? null,
          fee: percentCell(expenseRatio?.value ?? NaN),
        })),
        notes: ['Each ratio has its own date and source. Returns are already net of it.'],
      }),
    ),
  );

/** Lets the turns of the business cycle show themselves. */
export const showRecessions = (recessions: Recessions): Recessions =>
  showAs(
    recessions,
    tableDisplay<Recessions>(({ turningPoints, spanStart, spanEnd, source, vintage }) =>
      makeTable({
        title: `Turning points of the business cycle, ${spanStart} to ${spanEnd}`,
        columns: [left('month', 'Month'), left('type', 'Turn'), left('announced', 'Announced')],
        rows: someRows(turningPoints, ({ month, type, announced }) => ({ month, type, announced })),
        notes: [
          'The months are known with hindsight only; nobody knew of a turn before its announcement.',
          `Source: ${source}, ${vintage}.`,
        ],
      }),
    ),
  );

/** Lets the first cuts of the discount rate show themselves. */
export const showDiscountCuts = (cuts: DiscountRateFirstCuts): DiscountRateFirstCuts =>
  showAs(
    cuts,
    tableDisplay<DiscountRateFirstCuts>(({ name, events, source, vintage }) =>
      makeTable({
        title: `${name}: ${events.length} events`,
        columns: [
          left('date', 'Date'),
          left('knownOn', 'Known on'),
          { key: 'from', label: 'From' },
          { key: 'to', label: 'To' },
          { key: 'changeBps', label: 'Change, bp' },
        ],
        rows: events.map(({ date, knownOn, from, to, changeBps }) => ({
          date,
          knownOn,
          from: percentCell(from),
          to: percentCell(to),
          changeBps: countCell(changeBps),
        })),
        notes: [`Source: ${source}, ${vintage}.`],
      }),
    ),
  );
