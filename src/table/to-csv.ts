import { assertRows } from './assert-table.js';
import type { CellValue } from './cell.js';
import type { Table } from './table.js';

const field = (value: CellValue): string => {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
};

/**
 * A table as CSV (RFC 4180): column keys, then the full values, not the printed texts. What is undefined (NaN, null) is an
 * empty field. Title and notes are left out: a CSV holds rows only. Texts with a semicolon or a tab are quoted too, so that a spreadsheet that cuts there finds no cell
 * of its own in them.
 *
 * @throws InputError `table.invalid` for what has no columns and rows.
 * @example
 * const table = makeTable({ columns: [{ key: 'fund', align: 'left' }, { key: 'cagr' }], rows: [{ fund: 'A|B', cagr: 0.123 }] });
 * console.log(toCsv(table).trimEnd());
 * // fund,cagr
 * // A|B,0.123
 */
export function toCsv(table: Pick<Table, 'columns' | 'rows'>): string {
  assertRows('toCsv', table);
  const { columns, rows } = table;
  const lines = [columns.map(field), ...rows.map((row) => columns.map((key) => field(row[key] ?? null)))];
  return `${lines.map((line) => line.join(',')).join('\n')}\n`;
}
