import { describeValue } from '../../core/index.js';
import { cellRefusal, type ColumnPlace, typeRefusal } from './cell-refusal.js';
import type { RawColumn } from './raw-table.js';
import type { Names } from './wanted.js';

/**
 * A column as names: texts, or whole numbers such as 14593, which become their digits.
 *
 * @throws InputError `file.format` for a row without a name and for a column of another type; `file.value` for 10001.5.
 */
export function readNames(place: ColumnPlace, column: RawColumn, length: number): Names {
  const known = new Map<string, number>();
  const position = (name: string, row: number): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    if (name.trim() === '') throw nameless(place, row, describeValue(name));
    known.set(name, known.size);
    return known.size - 1;
  };
  const of = new Int32Array(length);
  if (column.kind === 'codes') {
    const { codes, texts } = column;
    const positions = new Int32Array(texts.length).fill(-1);
    for (let row = 0; row < length; row++) {
      const code = codes[row]!;
      if (code < 0) throw nameless(place, row, 'none');
      if (positions[code]! < 0) positions[code] = position(texts[code]!, row);
      of[row] = positions[code]!;
    }
  } else if (column.kind === 'values') {
    for (let row = 0; row < length; row++) of[row] = position(nameOf(place, row, column.values[row]), row);
  } else {
    throw typeRefusal(
      place,
      column.kind === 'other' ? column.type : column.kind,
      'texts or whole numbers are needed as names',
    );
  }
  return { of, list: [...known.keys()] };
}

function nameOf(place: ColumnPlace, row: number, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value);
  if (value === null || value === undefined) throw nameless(place, row, 'none');
  throw cellRefusal(
    'file.value',
    place,
    row,
    describeValue(value),
    ', which is no name; names are texts or whole numbers.',
  );
}

const nameless = (place: ColumnPlace, row: number, found: string): Error =>
  cellRefusal('file.format', place, row, found, ' where the name of an asset belongs. Every row names its asset.');
