import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertOneOf, describeValue, InputError } from '../../core/index.js';
import { fileFailure, type FilePath, pathText } from '../file-path.js';

/** What reads a file: DuckDB, hyparquet (Parquet only), or this library's own reader of texts. */
export type Engine = 'duckdb' | 'hyparquet' | 'text';

/** A file on disk, or the bytes of one. */
export type FileSource = FilePath | ArrayBuffer | Uint8Array;

/** A file that was looked at: how messages name it, what it is, and how to get at it. */
export interface OpenFile {
  readonly where: string;
  readonly format: 'parquet' | 'text';
  /** Absent where only bytes were given. */
  readonly path?: string;
  readonly bytes: () => Uint8Array;
}

/**
 * Looks at a file: whether it is there, and whether it is Parquet.
 *
 * @throws InputError `file.missing`, `option.type`.
 */
export function openFile(reader: string, file: FileSource): OpenFile {
  if (file instanceof ArrayBuffer || file instanceof Uint8Array) {
    const bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
    return { where: reader, format: formatOf(bytes.subarray(0, 4)), bytes: () => bytes };
  }
  if (typeof file !== 'string' && !(file instanceof URL)) {
    const found = describeValue(file);
    throw new InputError(
      'option.type',
      `${reader}: found ${found}; give the path of a file, a file: URL, or its bytes.`,
      { where: reader, found },
    );
  }
  const shown = pathText(reader, file);
  const where = `${reader} "${shown}"`;
  const path = file instanceof URL ? fileURLToPath(file) : resolve(file);
  try {
    const opened = openSync(path, 'r');
    const first = new Uint8Array(4);
    try {
      readSync(opened, first, 0, 4, 0);
    } finally {
      closeSync(opened);
    }
    return { where, format: formatOf(first), path, bytes: () => new Uint8Array(readFileSync(path)) };
  } catch (error) {
    throw new InputError(
      'file.missing',
      `${where}: cannot read the file: ${fileFailure(error)}. Give the path of a Parquet or CSV file, relative to the folder in which the program runs.`,
      { where, path: shown },
    );
  }
}

/** Parquet files begin with these four letters. */
const formatOf = (first: Uint8Array): OpenFile['format'] =>
  String.fromCharCode(...first) === 'PAR1' ? 'parquet' : 'text';

/** Refuses an engine that cannot read the file. */
export function assertEngine({ where, format, path }: OpenFile, engine: unknown): asserts engine is Engine | undefined {
  if (engine === undefined) return;
  assertOneOf(where, 'engine', engine, ['duckdb', 'hyparquet', 'text']);
  const wrong =
    engine === 'duckdb'
      ? path === undefined && 'DuckDB reads files, not bytes'
      : (engine === 'text') === (format === 'parquet') &&
        `the file is ${format === 'parquet' ? 'Parquet' : 'not Parquet'}`;
  if (wrong === false) return;
  throw new InputError(
    'option.range',
    `${where}: "engine" is '${engine}', but ${wrong}. Leave it out, or name another.`,
    {
      where,
      option: 'engine',
      found: engine,
    },
  );
}
