import type { FileMetaData, SchemaElement } from 'hyparquet';
import { InputError, isInputError } from '../../core/index.js';
import { loadPackage } from './load-package.js';
import type { Planner } from './plan.js';
import type { RawColumn } from './raw-table.js';
import { readColumns } from './read-columns.js';

/** Imports hyparquet, which is optional. */
export const importHyparquet = (): Promise<typeof import('hyparquet')> => import('hyparquet');

/** Reads a Parquet file in memory with hyparquet, which is plain JavaScript. */
export async function parquetBytes<Made>(where: string, bytes: Uint8Array, planner: Planner<Made>): Promise<Made> {
  const { parquetMetadata, parquetRead } = await loadPackage(where, 'hyparquet', importHyparquet);
  const file = new Uint8Array(bytes).buffer;
  try {
    const metadata = parquetMetadata(file);
    const elements = topElements(metadata.schema);
    const names = elements.map(({ name }) => name);
    const { wanted, make } = planner(where, names);
    const length = Number(metadata.num_rows);
    const positions = new Set([...wanted.days.keys(), ...wanted.names, ...wanted.numbers]);
    const kinds = new Map(Array.from(positions, (position) => [position, kindOf(elements[position]!)]));
    const columns = new Map<string, unknown[]>();
    for (const [position, kind] of kinds) {
      if (kind.kind !== 'other') columns.set(names[position]!, Array.from<unknown>({ length }));
    }
    await parquetRead({
      file,
      metadata: { ...metadata, schema: metadata.schema.map(withoutMeaning) },
      columns: [...columns.keys()],
      parsers: { timestampFromNanoseconds: (nanoseconds) => nanoseconds },
      onChunk: ({ columnName, columnData, rowStart, rowEnd }) => {
        const column = columns.get(columnName);
        if (column !== undefined)
          for (let row = rowStart; row < rowEnd; row++) column[row] = columnData[row - rowStart];
      },
    });
    const column = (position: number): RawColumn => {
      const kind = kinds.get(position)!;
      if (kind.kind === 'other') return kind;
      const values = columns.get(names[position]!)!;
      return kind.kind === 'decimals' ? { ...kind, values: values.map(digitsOf) } : { ...kind, values };
    };
    return make(readColumns({ where, names, length, column }, wanted));
  } catch (error) {
    if (isInputError(error)) throw error;
    const said = (error instanceof Error ? error.message : String(error)).replace(/[.\s]+$/, '');
    const remedy = /codec/i.test(said) ? ' Write it with Snappy compression, or read it with DuckDB.' : '';
    throw new InputError('file.format', `${where}: the Parquet file cannot be read: ${said}.${remedy}`, {
      where,
      found: said,
    });
  }
}

/** The elements of the columns themselves, without the parts of nested ones. */
function topElements(schema: FileMetaData['schema']): SchemaElement[] {
  const found: SchemaElement[] = [];
  const skip = (at: number): number => {
    let next = at + 1;
    for (let child = 0; child < (schema[at]!.num_children ?? 0); child++) next = skip(next);
    return next;
  };
  for (let at = 1; at < schema.length; at = skip(at)) found.push(schema[at]!);
  return found;
}

type Kind =
  | { readonly kind: 'values' | 'days' }
  | { readonly kind: 'moments'; readonly perDay: bigint; readonly zoned: boolean }
  | { readonly kind: 'decimals'; readonly scale: number }
  | { readonly kind: 'other'; readonly type: string };

const PER_DAY = { MILLIS: 86_400_000n, MICROS: 86_400_000_000n, NANOS: 86_400_000_000_000n } as const;
const NUMBERS: readonly (string | undefined)[] = ['INT32', 'INT64', 'FLOAT', 'DOUBLE'];

/** What a column holds, by its physical type and what that is said to mean. */
function kindOf(element: SchemaElement): Kind {
  const { type, converted_type: converted, logical_type: logical } = element;
  const other: Kind = { kind: 'other', type: logical?.type ?? converted ?? type ?? 'a group' };
  if (type === undefined || element.repetition_type === 'REPEATED') return other;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return { kind: 'decimals', scale: element.scale ?? 0 };
  if (converted === 'DATE' || logical?.type === 'DATE') return { kind: 'days' };
  if (logical?.type === 'TIMESTAMP')
    return { kind: 'moments', perDay: PER_DAY[logical.unit], zoned: logical.isAdjustedToUTC };
  if (converted === 'TIMESTAMP_MILLIS') return { kind: 'moments', perDay: PER_DAY.MILLIS, zoned: false };
  if (converted === 'TIMESTAMP_MICROS') return { kind: 'moments', perDay: PER_DAY.MICROS, zoned: false };
  if (type === 'INT96') return { kind: 'moments', perDay: PER_DAY.NANOS, zoned: false };
  if (type === 'BYTE_ARRAY')
    return converted === 'UTF8' || converted === 'ENUM' || logical?.type === 'STRING' || logical?.type === 'ENUM'
      ? { kind: 'values' }
      : other;
  const meaning = logical?.type ?? converted;
  const number = meaning === undefined || meaning === 'INTEGER' || meaning === 'FLOAT16' || /^U?INT_\d+$/.test(meaning);
  return (NUMBERS.includes(type) || meaning === 'FLOAT16') && number ? { kind: 'values' } : other;
}

/**
 * Days, moments and decimals as their bare whole numbers: the package would make a Date of the former, and multiply the latter by 0.01, which
 * is not the nearest double.
 */
function withoutMeaning(element: SchemaElement): SchemaElement {
  const { kind } = kindOf(element);
  if (kind !== 'days' && kind !== 'moments' && kind !== 'decimals') return element;
  const bare = { ...element };
  delete bare.converted_type;
  delete bare.logical_type;
  return bare;
}

/** The digits of a decimal: a whole number, or bytes of one in two's complement, the highest first. */
function digitsOf(value: unknown): bigint | null {
  if (value === null || value === undefined) return null;
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const digits = value.reduce((all, byte) => all * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(8 * value.length, digits);
}
