import { proxyNote, type ReturnSeries } from '../panel/index.js';
import { makeTable, percentCell, type Table, textCell } from '../table/index.js';
import type { PeriodToDate, ReturnToDate } from './period-to-date.js';

type Figures = Omit<PeriodToDate, 'notes' | 'toString'>;

const LABELS = [
  ['monthToDate', 'Month to date'],
  ['quarterToDate', 'Quarter to date'],
  ['yearToDate', 'Year to date'],
  ['oneYear', '1 year'],
  ['threeYears', '3 years'],
  ['fiveYears', '5 years'],
  ['tenYears', '10 years'],
  ['sinceInception', 'Since inception'],
] as const;

/** The table of the returns up to a day, and the notes that stand below it. */
export function periodToDateTable(
  figures: Figures,
  series: ReturnSeries,
): { readonly table: Table; readonly notes: readonly string[] } {
  const proxy = proxyNote(series);
  const notes = Object.freeze([
    'Inception is the first return in the data.',
    ...(series.meta.usesHindsight === true ? ['Warning: uses hindsight: something in it was known only later.'] : []),
    ...(proxy === undefined ? [] : [`Warning: ${proxy}`]),
  ]);
  const table = makeTable({
    title: `${figures.name}, as of ${figures.asOf ?? 'never: no returns'}`,
    columns: [
      { key: 'window', label: '', align: 'left' },
      { key: 'from', label: 'From the close of' },
      { key: 'total', label: 'Total' },
      { key: 'annualised', label: 'A year' },
    ],
    rows: LABELS.map(([key, window]) => {
      const { from, total, annualised, return: value }: ReturnToDate = figures[key];
      return {
        window,
        from: textCell(from),
        total: percentCell(total),
        annualised: percentCell(annualised ? value : NaN),
      };
    }),
    notes,
  });
  return { table, notes };
}
