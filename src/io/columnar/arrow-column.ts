import type { RawColumn } from './raw-table.js';

/** An Arrow table by structure, as the package apache-arrow makes it; nothing is imported. */
export interface ArrowLike {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: PropertyKey; readonly type: unknown }[] };
  getChildAt(position: number): ArrowVector | null;
}

export interface ArrowVector {
  readonly length: number;
  get(row: number): unknown;
}

/** What a type says of itself; the numbers are those of the Arrow format's own list of types. */
interface ArrowType {
  readonly typeId: number;
  readonly dictionary?: ArrowType;
  readonly scale?: number;
  readonly timezone?: string | null;
}

const NULL = 1;
const INT = 2;
const FLOAT = 3;
const DECIMAL = 7;
const DATE = 8;
const TIMESTAMP = 10;
const TEXTS: readonly number[] = [5, 20, 24];
const DICTIONARY = -1;

const MILLISECONDS_PER_DAY = 86_400_000n;

/** Whether a value is an Arrow table. */
export function isArrow(value: unknown): value is ArrowLike {
  const table = value as Partial<ArrowLike> | null | undefined;
  return (
    typeof table === 'object' &&
    typeof table?.numRows === 'number' &&
    typeof table.getChildAt === 'function' &&
    Array.isArray(table.schema?.fields)
  );
}

/** A column of an Arrow table. Days and moments come out of it in milliseconds, decimals as their digits. */
export function arrowColumn(table: ArrowLike, position: number): RawColumn {
  const given = table.schema.fields[position]!.type as ArrowType;
  const type = given.typeId === DICTIONARY && given.dictionary !== undefined ? given.dictionary : given;
  const vector = table.getChildAt(position);
  const values = (): unknown[] => Array.from({ length: table.numRows }, (_, row) => vector?.get(row));
  if (type.typeId === INT || type.typeId === FLOAT || type.typeId === NULL || TEXTS.includes(type.typeId)) {
    return { kind: 'values', values: values() };
  }
  if (type.typeId === DATE) return { kind: 'moments', values: values(), perDay: MILLISECONDS_PER_DAY, zoned: false };
  if (type.typeId === TIMESTAMP) {
    const zoned = (type.timezone ?? null) !== null;
    return { kind: 'moments', values: values(), perDay: MILLISECONDS_PER_DAY, zoned };
  }
  if (type.typeId === DECIMAL) return { kind: 'decimals', values: values().map(digitsOf), scale: type.scale ?? 0 };
  return { kind: 'other', type: (given as { toString(): string }).toString() };
}

/** The package's big numbers write themselves as their digits. */
const digitsOf = (value: unknown): bigint | null =>
  value === null || value === undefined ? null : BigInt((value as { toString(): string }).toString());
