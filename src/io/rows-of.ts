import { type AnyPanel, assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import type { Summary } from '../stats/index.js';
import { makeTable, type Row, type Table } from '../table/index.js';
import { panelTable } from './panel-table.js';
import { seriesTable } from './series-table.js';

/** Whatever has columns and rows: a table, a comparison. */
export type Rows = Pick<Table, 'columns' | 'rows'>;

/** Whatever has a table that shows it: a sweep, a study, a random entry. */
export interface Tabled {
  readonly table: Rows;
}

/** What can be handed on as columns: tables and what has one, panels, return series (results among them), summaries. */
export type TabularSource = Rows | Tabled | AnyPanel | ReturnSeries | Summary;

/**
 * The rows and columns of anything that has some. Of a result or another series they are its returns, of a summary one row per figure.
 *
 * @throws InputError `series.invalid` for what has none, `panel.invalid`.
 */
export function rowsOf(where: string, what: string, source: unknown): Rows {
  if (typeof source === 'object' && source !== null) {
    if ('rows' in source && 'columns' in source && Array.isArray(source.rows)) return source as Rows;
    if ('returns' in source && typeof source.returns === 'function') return panelTable(source as AnyPanel);
    const dated = 'values' in source && 'calendar' in source;
    if (!dated && 'table' in source) return rowsOf(where, what, source.table);
    if (isSummary(source)) return summaryRows(source);
  }
  assertReturnSeries(where, what, source);
  return seriesTable(source);
}

const isSummary = (source: object): source is Summary =>
  'sharpeRatio' in source && 'risk' in source && 'ratios' in source;

/** One row per figure of a summary: its group, its name, and its value as a number or as a text. */
function summaryRows(summary: Summary): Table {
  const rows = Object.entries(summary).flatMap(([group, figures]: [string, unknown]) =>
    typeof figures === 'object' && figures !== null && !Array.isArray(figures)
      ? Object.entries(figures).flatMap(([name, value]) => figureRow(group, name, value))
      : figureRow(null, group, figures),
  );
  return makeTable({ columns: ['group', 'figure', 'value', 'text'].map((key) => ({ key })), rows });
}

function figureRow(group: string | null, figure: string, value: unknown): Row[] {
  if (typeof value === 'number') return [{ group, figure, value, text: null }];
  return typeof value === 'string' ? [{ group, figure, value: null, text: value }] : [];
}
