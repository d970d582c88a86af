import { isoDate } from '../time/index.js';
import type { DatedColumns } from './dated-columns.js';
import { type DatedRows, datedRows, headerPlace } from './dated-rows.js';
import { dayReader, type TextDateFormat } from './day-cell.js';
import { type LongLayout, pivotedColumns } from './long-layout.js';
import { numberReader } from './number-cell.js';
import { type ColumnChoice, pickColumns } from './pick-columns.js';
import type { Delimiter } from './split-rows.js';

/** How a text table is laid out: a header, dates in the first column, one column per asset; or one line per date and asset (`long`). */
export interface TextTableOptions<Asset extends string = string> {
  /** How the dates are written; 'YYYY-MM-DD' when absent. Formats without a day mean the last day of the month. */
  readonly dateFormat?: TextDateFormat;
  /** The column of the dates. Absent: the first one; in JSON, whose order means nothing, the one called "date". */
  readonly date?: string;
  /** For a long table, with one line per date and asset: the columns of the assets' names and of the figures. */
  readonly long?: LongLayout;
  /** Absent: all columns but that of the dates. Cells of other columns are not looked at. In a long table: which assets. */
  readonly columns?: ColumnChoice<Asset>;
  /**
   * Further texts that mean "no value", such as ['-99.99', '-999']. Always missing: an empty cell, NaN, NA, N/A, #N/A, null and a
   * single point, in small or capital letters.
   */
  readonly missing?: readonly string[];
  /** Absent: found out from the lines. */
  readonly delimiter?: Delimiter;
}

/** The names of the layout options, for option checks. */
export const layoutOptions = ['dateFormat', 'date', 'long', 'columns', 'missing', 'delimiter'] as const;

/**
 * A text table as numbers: wide or long, delimited or JSON.
 *
 * @throws InputError `file.format`, `file.value`, `date.format`, `date.impossible`, and for long tables `calendar.duplicate`; each with
 *   the line.
 */
export const readTextTable = (where: string, text: unknown, options: TextTableOptions): DatedColumns =>
  tableColumns(where, datedRows(where, text, options), options);

/** The numbers of a table that is already cut into cells. */
export function tableColumns(where: string, table: DatedRows, options: TextTableOptions): DatedColumns {
  const { dateFormat = 'YYYY-MM-DD', columns, missing, long } = options;
  const read = numberReader(where, missing);
  if (long !== undefined) return pivotedColumns(where, table, long, dateFormat, read, columns);
  const { header, rows, unit, dateColumn } = table;
  const picked = pickColumns(headerPlace(where, table), header.cells, dateColumn, columns);
  const dateName = header.cells[dateColumn]!;
  const day = dayReader(dateFormat);
  const dates = rows.map(({ line, cells }) =>
    isoDate(day(cells[dateColumn]!, { where, line, column: dateName, unit })),
  );
  const numbers = [...picked].map(([asset, position]): [string, Float64Array] => {
    const column = header.cells[position]!;
    return [asset, Float64Array.from(rows, ({ line, cells }) => read(cells[position]!, { where, line, column, unit }))];
  });
  const line = (row: number): number => rows[row]!.line;
  return { where, dates, columns: new Map(numbers), line, place: (row) => `${unit} ${line(row)}` };
}
