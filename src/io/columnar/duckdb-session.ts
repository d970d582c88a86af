import type { DuckDBConnection } from '@duckdb/node-api';
import { InputError, isInputError } from '../../core/index.js';
import { loadPackage } from './load-package.js';

/** Imports DuckDB, which is optional. */
export const importDuckdb = (): Promise<typeof import('@duckdb/node-api')> => import('@duckdb/node-api');

/** Nothing is fetched from anywhere: extensions are those that are built in. */
const SETTINGS = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

/**
 * Runs some work on a database in memory, which is gone afterwards.
 *
 * @throws InputError `package.missing`; `file.format` in place of DuckDB's own errors, with its words.
 */
export async function withDuckdb<Made>(
  where: string,
  work: (connection: DuckDBConnection) => Promise<Made>,
): Promise<Made> {
  const { DuckDBInstance } = await loadPackage(where, '@duckdb/node-api', importDuckdb);
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  const connection = await instance.connect();
  try {
    return await work(connection);
  } catch (error) {
    if (isInputError(error)) throw error;
    throw refused(where, error);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function refused(where: string, error: unknown): InputError {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n').map((line) => line.trim());
  const line = /CSV Error on Line: (\d+)/.exec(lines[0] ?? '')?.[1];
  const said =
    line === undefined
      ? lines[0]!
      : (lines.slice(1).find((text) => text !== '' && !text.startsWith('Original Line')) ?? '');
  const place = line === undefined ? where : `${where}, line ${line}`;
  return new InputError('file.format', `${place}: the file cannot be read: ${said.replace(/[.\s]+$/, '')}.`, {
    where,
    ...(line === undefined ? {} : { line: Number(line) }),
    found: lines[0],
  });
}

/** All rows of a statement as arrays of plain values; for small answers. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await connection.runAndReadAll(sql)).getRows();
}

/** What a column of an answer is put into. */
export interface Sink {
  readonly length: number;
  [row: number]: unknown;
}

/** All rows of a statement, column by column, into the given arrays. */
export async function fetchInto(connection: DuckDBConnection, sql: string, sinks: readonly Sink[]): Promise<void> {
  const result = await connection.run(sql);
  let at = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    const { rowCount } = chunk;
    sinks.forEach((sink, column) => {
      const vector = chunk.getColumnVector(column);
      for (let row = 0; row < rowCount; row++) sink[at + row] = vector.getItem(row);
    });
    at += rowCount;
  }
}
