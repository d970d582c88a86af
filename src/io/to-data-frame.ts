import { describeValue, InputError } from '../core/index.js';
import { type AnyPanel, assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import type { CellValue, Table } from '../table/index.js';
import { panelTable } from './panel-table.js';
import { seriesTable } from './series-table.js';

/** What makes a data frame of columns: the `DataFrame` of danfojs, say. */
export type DataFrameConstructor<Frame> = new (columns: Record<string, CellValue[]>) => Frame;

/**
 * A data frame from a table, a panel's returns or a return series; the constructor is handed over, so nothing is imported.
 *
 * Columns are plain arrays of full values; days are texts under `date`; missing numbers are NaN. Do not compute on in danfojs what
 * is to be published: it computes in single precision.
 *
 * @throws InputError `option.type` (no constructor), `table.invalid` (a table without rows: danfojs cannot hold it),
 *   `series.invalid` (neither table nor panel nor series).
 * @example
 * class Frame { constructor(readonly columns: Record<string, unknown[]>) {} }
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, NaN] } });
 * console.log(toDataFrame(Frame, panel).columns); // { date: [ '2024-01-31', '2024-02-29' ], A: [ 0.01, NaN ] }
 */
export function toDataFrame<Frame>(
  DataFrame: DataFrameConstructor<Frame>,
  source: Table | AnyPanel | ReturnSeries,
): Frame {
  const where = 'toDataFrame';
  if (typeof DataFrame !== 'function') {
    const found = describeValue(DataFrame);
    throw new InputError(
      'option.type',
      `${where}: found ${found} where a constructor belongs. Hand over the DataFrame of danfojs itself.`,
      { where, found },
    );
  }
  const table = asTable(where, source);
  if (table.rows.length === 0) {
    throw new InputError('table.invalid', `${where}: the table has no rows; a data frame needs at least one.`, {
      where,
    });
  }
  return new DataFrame(
    Object.fromEntries(table.columns.map((key) => [key, table.rows.map((row) => row[key] ?? null)])),
  );
}

function asTable(where: string, source: unknown): Table {
  if (typeof source === 'object' && source !== null) {
    if ('layout' in source && 'rows' in source) return source as Table;
    if ('assets' in source && 'calendar' in source) return panelTable(source as AnyPanel);
  }
  assertReturnSeries(where, 'the second argument', source);
  return seriesTable(source);
}
