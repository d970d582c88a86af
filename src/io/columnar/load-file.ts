import { InputError } from '../../core/index.js';
import type { Delimiter } from '../split-rows.js';
import { type CsvOptions, duckdbCsv } from './duckdb-csv.js';
import { duckdbParquet } from './duckdb-parquet.js';
import { importDuckdb } from './duckdb-session.js';
import { assertEngine, type Engine, type FileSource, openFile, type OpenFile } from './engine.js';
import { loadIfInstalled, missingPackage } from './load-package.js';
import { importHyparquet, parquetBytes } from './parquet-bytes.js';
import type { Planner } from './plan.js';

/** What only files have. */
export interface FileOptions {
  /** Absent: DuckDB where it is installed; otherwise hyparquet for Parquet and this library's own reader for text. All give the same panel. */
  readonly engine?: Engine;
  /** What stands between the cells of a text; absent: found out from the lines. */
  readonly delimiter?: Delimiter;
}

/** The names of the options that only files have. */
export const fileOptions = ['engine', 'delimiter'] as const;

/** Reads a file by a plan, or as a text by `fromText`. */
export async function loadFile<Made>(
  reader: string,
  source: FileSource,
  { engine, ...csv }: FileOptions & CsvOptions,
  planner: Planner<Made>,
  fromText: (where: string, text: string) => Made,
): Promise<Made> {
  const file = openFile(reader, source);
  assertEngine(file, engine);
  const used = engine ?? (await bestEngine(file));
  if (used === 'hyparquet') return parquetBytes(file.where, file.bytes(), planner);
  if (used === 'text') return fromText(file.where, textOf(file));
  if (file.format === 'parquet') return duckdbParquet(file.where, file.path!, planner);
  return duckdbCsv(file.where, file.path!, csv, planner);
}

async function bestEngine({ where, format, path }: OpenFile): Promise<Engine> {
  if (path !== undefined && (await loadIfInstalled(importDuckdb)) !== undefined) return 'duckdb';
  if (format === 'text') return 'text';
  if ((await loadIfInstalled(importHyparquet)) !== undefined) return 'hyparquet';
  throw missingPackage(where, path === undefined ? ['hyparquet'] : ['@duckdb/node-api', 'hyparquet']);
}

function textOf({ where, bytes }: OpenFile): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes());
  } catch {
    throw new InputError(
      'file.format',
      `${where}: the file is not UTF-8 text; it is binary or in another encoding. Save it as plain CSV in UTF-8, or as Parquet.`,
      { where },
    );
  }
}
