import { type DateFormat, isoDate } from '../time/index.js';
import type { DatedColumns } from './dated-columns.js';
import { assertHeader, dayCell } from './day-cell.js';
import { numberReader } from './number-cell.js';
import { type ColumnChoice, pickColumns } from './pick-columns.js';
import { type Delimiter, splitRows } from './split-rows.js';

/** How a wide text table is laid out: a header, dates in the first column, one column per asset. */
export interface TextTableOptions<Asset extends string = string> {
  /** How the dates are written; 'YYYY-MM-DD' when absent. Formats without a day mean the last day of the month. */
  readonly dateFormat?: DateFormat;
  /** Absent: all columns but the first. Cells of other columns are not looked at. */
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
export const layoutOptions = ['dateFormat', 'columns', 'missing', 'delimiter'] as const;

/**
 * A wide text table as numbers.
 *
 * @throws InputError `file.format`, `file.value`, `date.format`, `date.impossible`; each with the line.
 */
export function readTextTable(where: string, text: unknown, options: TextTableOptions): DatedColumns {
  const { dateFormat = 'YYYY-MM-DD', columns, missing, delimiter } = options;
  const read = numberReader(where, missing);
  const { header, rows } = splitRows(where, text, delimiter);
  assertHeader(where, header.line, header.cells[0]!, dateFormat);
  const picked = pickColumns(`${where}, line ${header.line}`, header.cells, 0, columns);
  const dateColumn = header.cells[0]!;
  const dates = rows.map(({ line, cells }) =>
    isoDate(dayCell(cells[0]!, dateFormat, { where, line, column: dateColumn })),
  );
  const numbers = [...picked].map(([asset, position]): [string, Float64Array] => {
    const column = header.cells[position]!;
    return [asset, Float64Array.from(rows, ({ line, cells }) => read(cells[position]!, { where, line, column }))];
  });
  const line = (row: number): number => rows[row]!.line;
  return { where, dates, columns: new Map(numbers), line, place: (row) => `line ${line(row)}` };
}
