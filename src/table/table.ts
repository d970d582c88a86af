import { describeValue, InputError } from '../core/index.js';
import { assertTableInput } from './assert-table-input.js';
import { type Cell, type CellValue, textCell, countCell, numberCell } from './cell.js';
import { withDisplay } from './display.js';
import { toHtml } from './to-html.js';
import { toText } from './to-text.js';

/** One column of a {@link Table}. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly align: 'left' | 'right';
}

/** A row as programs see it: plain values by column key. */
export type Row = Readonly<Record<string, CellValue>>;

/**
 * A finished table: plain frozen data that prints itself in a console and shows itself in a notebook.
 *
 * Iterating gives the rows as plain objects, `columns` their keys, so it can be handed to a plotting or table library as it is.
 */
export interface Table extends Iterable<Row> {
  readonly title: string;
  /** Column keys, in order. */
  readonly columns: readonly string[];
  readonly layout: readonly Column[];
  readonly rows: readonly Row[];
  /** The printed text of every cell, row by row. */
  readonly texts: readonly (readonly string[])[];
  /** What a reader must know: window, costs, definitions, warnings. Printed below the table. */
  readonly notes: readonly string[];
  toString(): string;
}

/** What a table is made from. A row may give plain values (numbers print with two decimals, whole ones with none) or cells. */
export interface TableInput {
  readonly title?: string;
  readonly columns: readonly { readonly key: string; readonly label?: string; readonly align?: 'left' | 'right' }[];
  readonly rows: readonly Readonly<Record<string, Cell | CellValue>>[];
  readonly notes?: readonly string[];
}

/**
 * Makes a {@link Table}.
 *
 * @throws InputError `table.invalid` for a table without columns, a repeated key, or a row that misses one or has one too many.
 * @example
 * const table = makeTable({ columns: [{ key: 'fund', align: 'left' }, { key: 'cagr' }], rows: [{ fund: 'A', cagr: 0.123 }] });
 * console.log(table.columns, [...table]); // [ 'fund', 'cagr' ] [ { fund: 'A', cagr: 0.123 } ]
 */
export function makeTable(input: TableInput): Table {
  assertTableInput(input);
  const { title = '', columns, rows, notes = [] } = input;
  const layout = columns.map(({ key, label = key, align = 'right' }) => Object.freeze({ key, label, align }));
  const keys = layout.map(({ key }) => key);
  if (keys.length === 0 || new Set(keys).size !== keys.length) {
    throw new InputError(
      'table.invalid',
      `makeTable: columns must be one or more with distinct keys, found ${keys.join(', ') || 'none'}.`,
    );
  }
  const cells = rows.map((row, index) => {
    const extra = Object.keys(row).find((key) => !keys.includes(key));
    const missing = keys.find((key) => !Object.hasOwn(row, key));
    if (extra !== undefined || missing !== undefined) {
      const what = missing === undefined ? `has an unknown key "${String(extra)}"` : `misses "${missing}"`;
      throw new InputError('table.invalid', `makeTable: row ${index} ${what}. Columns: ${keys.join(', ')}.`, {
        row: index,
      });
    }
    return keys.map((key) => toCell(row[key] as Cell | CellValue));
  });
  const plain = cells.map((row) =>
    Object.freeze(Object.fromEntries(row.map((cell, column) => [keys[column]!, cell.value]))),
  );
  const table = {
    title,
    columns: Object.freeze(keys),
    layout: Object.freeze(layout),
    rows: Object.freeze(plain),
    texts: Object.freeze(cells.map((row) => Object.freeze(row.map(({ text }) => text)))),
    notes: Object.freeze([...notes]),
    [Symbol.iterator]: () => plain[Symbol.iterator](),
  };
  return withDisplay(table, { text: (self) => toText(self), html: (self) => toHtml(self) });
}

function toCell(value: Cell | CellValue): Cell {
  if (value === null || typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return Number.isInteger(value) ? countCell(value) : numberCell(value);
  if (typeof value === 'object' && 'text' in value && typeof value.text === 'string') return value;
  throw new InputError(
    'table.invalid',
    `makeTable: a cell is ${describeValue(value)}; it must be a number, a text, null or a cell.`,
  );
}
