import { libraryVersion } from '../../core/index.js';
import type { FactorPanel } from '../../inference/index.js';
import { lived, type ReturnSeries } from '../../panel/index.js';
import { makeTable, type Table, textCell } from '../../table/index.js';
import { isResult } from '../is-result.js';
import { sourceNotes } from '../source-notes.js';
import { markup } from './markup.js';
import type { Section } from './section.js';
import type { SheetData } from './sheet-data.js';
import { notesMarkup, tableMarkup } from './table-markup.js';

/** Where every number comes from, and what identifies the run that made them. */
export function provenanceSection(data: SheetData): Section {
  const { all, riskFree, subjects, seed } = data;
  const list = [...all, ...(riskFree === undefined ? [] : [riskFree]), ...factorSeries(data)];
  const runs = subjects.filter(isResult);
  const facts: readonly (readonly [string, string])[] = [
    ...runs.map(({ name, digest }): readonly [string, string] => [
      runs.length === 1 ? 'Digest of the run' : `Digest of ${name}`,
      digest,
    ]),
    ['Library', `backtilt ${libraryVersion}`],
    ['Seed of the bootstrap', String(seed)],
  ];
  const joined = sourceNotes(list, null).filter((note) => !note.startsWith('Data: ') && !note.startsWith('Warning'));
  return {
    id: 'data',
    heading: 'Data and provenance',
    body: markup`${tableMarkup(provenanceTable(list), { id: 'provenance', kind: 'prose' })}${notesMarkup(joined)}<dl class="facts">${facts.map(
      ([name, value]) =>
        markup`<dt>${name}</dt><dd${name.startsWith('Digest') ? markup` class="digest"` : null}>${value}</dd>`,
    )}</dl>`,
  };
}

/** The description that every series carries. */
export function provenanceTable(list: readonly ReturnSeries[]): Table {
  return makeTable({
    title: 'Series',
    columns: [
      { key: 'name', label: '', align: 'left' },
      { key: 'source', label: 'Source', align: 'left' },
      { key: 'vintage', label: 'State', align: 'left' },
      { key: 'kind', label: 'Returns', align: 'left' },
      { key: 'fees', label: 'Fund fees', align: 'left' },
      { key: 'from', label: 'First', align: 'left' },
      { key: 'to', label: 'Last', align: 'left' },
    ],
    rows: list.map((series) => {
      const { calendar } = lived(series);
      const { kind, net, source, vintage, researchPortfolio } = series.meta;
      const end = (row: number): string | null => (calendar.length === 0 ? null : calendar.date(row));
      return {
        name: textCell(series.name),
        source: textCell(source),
        vintage: textCell(vintage),
        kind: textCell(`${kind}, ${calendar.frequency}${researchPortfolio === true ? ', research portfolio' : ''}`),
        fees: textCell(net ? 'deducted' : 'none'),
        from: textCell(end(0)),
        to: textCell(end(calendar.length - 1)),
      };
    }),
  });
}

/** The factors as series, with the cash that they bring. */
function factorSeries({ factors }: SheetData): readonly ReturnSeries[] {
  if (factors === undefined) return [];
  const parts = (Array.isArray(factors) ? factors : [factors]) as readonly (FactorPanel | ReturnSeries)[];
  return parts.flatMap((part): readonly ReturnSeries[] => {
    if ('values' in part) return [part];
    const { assets, returns, riskFree } = part;
    return [...assets.map((asset) => returns(asset)), ...(riskFree === undefined ? [] : [riskFree])];
  });
}
