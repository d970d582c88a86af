import { describeValue, InputError } from '../../core/index.js';
import { arrowColumn, type ArrowLike, isArrow } from './arrow-column.js';
import type { RawTable } from './raw-table.js';

/** Columns of one length by their names, as an object: what most tools for tables give and take. */
export type ColumnRecord = Readonly<Record<string, ArrayLike<unknown>>>;

/** A table of columns in memory: an Arrow table (by structure), or an object of arrays. */
export type ColumnsSource = ArrowLike | ColumnRecord;

/**
 * A table in memory.
 *
 * @throws InputError `file.format` for what is no table of columns, `panel.ragged` for columns of different lengths.
 */
export function memoryTable(where: string, source: unknown): RawTable {
  if (isArrow(source)) {
    const names = source.schema.fields.map(({ name }) => String(name));
    return { where, names, length: source.numRows, column: (position) => arrowColumn(source, position) };
  }
  const entries = typeof source === 'object' && source !== null ? Object.entries(source) : [];
  const first = entries[0];
  if (first === undefined || !entries.every(([, values]) => isArray(values))) {
    const found = describeValue(source);
    throw new InputError(
      'file.format',
      `${where}: found ${found}; give an Arrow table, or an object of arrays such as { date: [...], SPY: [...] }.`,
      { where, found },
    );
  }
  const columns = entries.map(([, values]) => values as ArrayLike<unknown>);
  const { length } = columns[0]!;
  const ragged = columns.findIndex((column) => column.length !== length);
  if (ragged >= 0) {
    const name = entries[ragged]![0];
    throw new InputError(
      'panel.ragged',
      `${where}: column "${name}" has ${columns[ragged]!.length} values, but "${first[0]}" has ${length}. All columns need one value per row.`,
      { where, column: name, expected: length },
    );
  }
  return {
    where,
    names: entries.map(([name]) => name),
    length,
    column: (position) => ({ kind: 'values', values: columns[position]! }),
  };
}

const isArray = (value: unknown): boolean =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
