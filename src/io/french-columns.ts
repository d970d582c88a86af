import { isoDate, lastDayOfMonth, monthNumber } from '../time/index.js';
import type { DatedColumns } from './dated-columns.js';
import { dayCell } from './day-cell.js';
import type { FrenchTable } from './french-blocks.js';
import { numberReader } from './number-cell.js';
import { type ColumnChoice, pickColumns } from './pick-columns.js';

/** The numbers by which these files say "missing". */
const MISSING = ['-99.99', '-999'];

/** The cells of a block as numbers. Months and years are dated by their last day. */
export function frenchColumns(where: string, table: FrenchTable, columns?: ColumnChoice<string>): DatedColumns {
  const read = numberReader(where, MISSING);
  const picked = pickColumns(`${where}, line ${table.line}`, ['', ...table.columns], 0, columns);
  const dates = table.data.map(({ line, cells }) => {
    const place = { where, line, column: 'label' };
    const label = cells[0]!;
    if (table.rows === 'days') return isoDate(dayCell(label, 'YYYYMMDD', place));
    const month = dayCell(table.rows === 'years' ? `${label}12` : label, 'YYYYMM', place);
    return isoDate(lastDayOfMonth(monthNumber(month)));
  });
  const numbers = [...picked].map(([asset, position]): [string, Float64Array] => {
    const column = table.columns[position - 1]!;
    return [asset, Float64Array.from(table.data, ({ line, cells }) => read(cells[position]!, { where, line, column }))];
  });
  const line = (row: number): number => table.data[row]!.line;
  return { where, dates, columns: new Map(numbers), line, place: (row) => `line ${line(row)}` };
}
