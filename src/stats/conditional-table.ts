import { proxyNote, type ReturnSeries } from '../panel/index.js';
import { type Cell, countCell, makeTable, numberCell, type Table, textCell } from '../table/index.js';
import type { ConditionalStatistics } from './conditional-statistics.js';

/** The table of statistics by regime, and the notes that stand below it. */
export function conditionalTable<Statistic extends string>(
  figures: Omit<ConditionalStatistics<Statistic>, 'notes' | 'toString'>,
  life: ReturnSeries,
): { readonly table: Table; readonly notes: readonly string[] } {
  const { name, statistics, regimes } = figures;
  const marked = regimes.filter((one) => one.usesHindsight).map(({ regime }) => regime);
  const proxy = proxyNote(life);
  const notes = Object.freeze([
    'A row is in a regime when it holds on the row’s last day; a spell is a stretch of such rows. Rows of one spell are one case.',
    ...regimes.flatMap(({ regime, unknown }) =>
      unknown === 0
        ? []
        : [`${regime} is not known on ${unknown} of ${life.calendar.length} rows: they are not in it.`],
    ),
    ...(marked.length === 0
      ? []
      : [`Warning: uses hindsight: nobody could have known at the time: ${marked.join(', ')}.`]),
    ...(proxy === undefined ? [] : [`Warning: ${proxy}`]),
  ]);
  const keyOf = (statistic: string): string => `statistic ${statistic}`;
  const table = makeTable({
    title: `${name} by regime`,
    columns: [
      { key: 'regime', label: '', align: 'left' },
      { key: 'periods', label: 'n' },
      { key: 'spells', label: 'Spells' },
      { key: 'from', label: 'From' },
      { key: 'to', label: 'To' },
      ...statistics.map((statistic) => ({ key: keyOf(statistic), label: statistic })),
    ],
    rows: regimes.map((one): Record<string, Cell> => ({
      regime: textCell(one.regime),
      periods: countCell(one.periods),
      spells: countCell(one.spells),
      from: textCell(one.from),
      to: textCell(one.to),
      ...Object.fromEntries(
        statistics.map((statistic) => [keyOf(statistic), numberCell(one.values[statistic], 4)] as const),
      ),
    })),
    notes,
  });
  return { table, notes };
}
