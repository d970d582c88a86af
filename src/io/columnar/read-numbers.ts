import { describeValue } from '../../core/index.js';
import { cellRefusal, type ColumnPlace, typeRefusal } from './cell-refusal.js';
import type { RawColumn } from './raw-table.js';

const NUMBERS = 'numbers are needed here';

/**
 * A column as numbers; null and NaN are both "no value". Whole numbers and decimals become the nearest double, as their texts would.
 *
 * @throws InputError `file.value` for an infinite number, a whole number beyond 2^53 and what is no number; `file.format` for a column of
 *   another type.
 */
export function readNumbers(
  place: ColumnPlace,
  column: RawColumn,
  length: number,
  missing: readonly string[],
): Float64Array {
  const codes = new Set(missing.filter((text) => text.trim() !== '').map(Number));
  const numbers = plainNumbers(place, column, length);
  if (codes.size > 0) for (let row = 0; row < length; row++) if (codes.has(numbers[row]!)) numbers[row] = NaN;
  return numbers;
}

function plainNumbers(place: ColumnPlace, column: RawColumn, length: number): Float64Array {
  if (column.kind === 'decimals') return decimals(place, column, length);
  if (column.kind !== 'values') {
    throw typeRefusal(place, column.kind === 'other' ? column.type : TYPE[column.kind], NUMBERS);
  }
  const { values } = column;
  const numbers = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    const value = values[row];
    if (typeof value === 'number' && value - value === 0) numbers[row] = value;
    else numbers[row] = otherNumber(place, row, value);
  }
  return numbers;
}

const TYPE = { codes: 'text', days: 'date', moments: 'timestamp' } as const;

function otherNumber(place: ColumnPlace, row: number, value: unknown): number {
  if (value === null || value === undefined || Number.isNaN(value)) return NaN;
  if (typeof value === 'bigint' && BigInt(Number(value)) === value && Number.isSafeInteger(Number(value)))
    return Number(value);
  const remedy =
    typeof value === 'bigint'
      ? ', which a number cannot hold exactly: whole numbers end at 2^53 here. Store it as a floating-point column.'
      : '; it must be a finite number, or null or NaN where there is none.';
  throw cellRefusal('file.value', place, row, describeValue(value), remedy);
}

function decimals(
  place: ColumnPlace,
  { values, scale }: RawColumn & { kind: 'decimals' },
  length: number,
): Float64Array {
  return Float64Array.from({ length }, (_, row) => {
    const digits = values[row];
    if (digits === null || digits === undefined) return NaN;
    if (typeof digits !== 'bigint')
      throw cellRefusal('file.value', place, row, describeValue(digits), ' in a column of decimals.');
    // The nearest double of the text is what every other reader gives; multiplying by 0.01 is not.
    return Number(`${digits}e${-scale}`);
  });
}
