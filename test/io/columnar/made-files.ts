import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { InputError } from '../../../src/core/index.js';
import type { ErrorCode } from '../../../src/core/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

/** A folder of files of one test file. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'backtilt-columnar-'));
  private count = 0;

  /** A path in the folder. */
  file(name: string): string {
    return join(this.path, name);
  }

  /** A text file. */
  text(content: string | Uint8Array, name = `t${this.count++}.csv`): string {
    writeFileSync(this.file(name), content);
    return this.file(name);
  }

  /** A Parquet file of the rows of a SELECT, written by DuckDB itself. */
  async parquet(select: string, options = '', name = `p${this.count++}.parquet`): Promise<string> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (${select}) TO '${this.file(name).replaceAll("'", "''")}' (FORMAT parquet ${options})`);
    connection.closeSync();
    instance.closeSync();
    return this.file(name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** As `expectInputError`, of a promise. */
export async function expectRejected(
  code: ErrorCode,
  facts: readonly (string | RegExp)[],
  act: () => Promise<unknown>,
): Promise<InputError> {
  const error: unknown = await act().then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return expectInputError(code, facts, () => {
    if (error === undefined) throw new Error('nothing was refused');
    throw error instanceof Error ? error : new Error('no error was thrown');
  });
}
