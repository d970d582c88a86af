import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../core/index.js';
import { fileFailure, type FilePath, pathText } from '../file-path.js';
import type { TabularSource } from '../rows-of.js';
import { importDuckdb, withDuckdb } from './duckdb-session.js';
import { loadPackage } from './load-package.js';
import { type ColumnRecord, memoryTable } from './memory-table.js';
import { columnName, sqlText } from './sql-text.js';
import { toColumns } from './to-columns.js';

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Writes a Parquet file with DuckDB (the optional package `@duckdb/node-api`): what {@link toColumns} takes, or an object of arrays, such as
 * `toLongColumns(panel)`. A file of this name is written over.
 *
 * Numbers become doubles, bit by bit, NaN among them; whole numbers of type BigInt 64-bit ones; texts VARCHAR, and columns of `YYYY-MM-DD` alone
 * DATE; null and undefined become NULL.
 *
 * @throws InputError `package.missing`; `file.missing` when the file cannot be written; `file.format` for a table without columns or rows, or a
 *   column of mixed or other values; `panel.ragged`, `series.invalid`.
 * @example
 * await writeParquet('funds.parquet', { day: ['2024-01-31'], SPY: [0.016] });
 * const panel = await loadReturns('funds.parquet', { frequency: 'monthly', units: 'fraction' });
 * console.log(panel.calendar.date(0), panel.returns('SPY').values[0]); // 2024-01-31 0.016
 */
export async function writeParquet(path: FilePath, source: TabularSource | ColumnRecord): Promise<void> {
  const shown = pathText('writeParquet', path);
  const where = `writeParquet "${shown}"`;
  const table = memoryTable(where, isRecord(source) ? source : toColumns(source));
  if (table.length === 0)
    throw new InputError('file.format', `${where}: found no rows. Rows of data are needed.`, { where });
  assertDistinct(where, table.names);
  const columns = table.names.map((name, position) => {
    const column = table.column(position);
    return columnOf(where, name, Array.from(column.kind === 'values' ? column.values : []));
  });
  const target = path instanceof URL ? fileURLToPath(path) : resolve(path);
  assertWritable(where, shown, target);
  const duckdb = await loadPackage(where, '@duckdb/node-api', importDuckdb);
  await withDuckdb(where, async (connection) => {
    const list = columns.map(({ type }, position) => `${columnName(position)} ${type}`).join(', ');
    await connection.run(`CREATE TEMP TABLE source (${list})`);
    const appender = await connection.createAppender('source');
    const types = { DOUBLE: duckdb.DOUBLE, BIGINT: duckdb.BIGINT, VARCHAR: duckdb.VARCHAR } as const;
    for (let from = 0; from < table.length; from += CHUNK) {
      const length = Math.min(CHUNK, table.length - from);
      const chunk = duckdb.DuckDBDataChunk.create(
        columns.map(({ type }) => types[type]),
        length,
      );
      chunk.setColumns(columns.map(({ values }) => values.slice(from, from + length)));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    const named = columns.map(({ day }, position) => {
      const column = day ? `CAST(${columnName(position)} AS DATE)` : columnName(position);
      return `${column} AS ${identifier(table.names[position]!)}`;
    });
    await connection.run(`COPY (SELECT ${named.join(', ')} FROM source) TO ${sqlText(target)} (FORMAT parquet)`);
  });
}

/** Rows that DuckDB takes at once. */
const CHUNK = 2048;

/** The one place where a name of the user's stands in a statement: quoted, with its quotes doubled. */
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const isRecord = (source: unknown): source is ColumnRecord =>
  typeof source === 'object' &&
  source !== null &&
  Object.values(source).length > 0 &&
  !('columns' in source && 'rows' in source) &&
  Object.values(source).every((values) => Array.isArray(values) || ArrayBuffer.isView(values));

interface ParquetColumn {
  readonly type: 'DOUBLE' | 'BIGINT' | 'VARCHAR';
  readonly day: boolean;
  readonly values: (number | bigint | string | null)[];
}

function columnOf(where: string, name: string, given: readonly unknown[]): ParquetColumn {
  const values = given.map((value) => value ?? null);
  const present = values.filter((value) => value !== null);
  const all = (type: string): boolean => present.every((value) => typeof value === type);
  const made = (type: ParquetColumn['type'], day = false): ParquetColumn => ({
    type,
    day,
    values: values as ParquetColumn['values'],
  });
  if (all('number')) return made('DOUBLE');
  if (all('bigint')) return made('BIGINT');
  if (all('string'))
    return made(
      'VARCHAR',
      present.every((value) => ISO.test(value as string)),
    );
  throw new InputError(
    'file.format',
    `${where}, column "${name}": found more than one kind of values, or values that are neither numbers nor texts. A column of a file has one type.`,
    { where, column: name },
  );
}

/** DuckDB takes names that differ in capital letters alone for the same, and would rename one of them. */
function assertDistinct(where: string, names: readonly string[]): void {
  const known = new Map<string, string>();
  for (const name of names) {
    const other = known.get(name.toLowerCase());
    if (other !== undefined || name === '') {
      const what =
        other === undefined
          ? 'a column without a name'
          : `columns "${other}" and "${name}", which differ in capital letters alone`;
      throw new InputError('file.format', `${where}: found ${what}. Give every column a name of its own.`, {
        where,
        column: name,
      });
    }
    known.set(name.toLowerCase(), name);
  }
}

function assertWritable(where: string, shown: string, path: string): void {
  try {
    closeSync(openSync(path, 'a'));
  } catch (error) {
    throw new InputError(
      'file.missing',
      `${where}: cannot write the file: ${fileFailure(error)}. Give a file name in a folder that exists.`,
      { where, path: shown },
    );
  }
}
