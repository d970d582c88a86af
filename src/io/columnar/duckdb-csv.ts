import type { DuckDBConnection } from '@duckdb/node-api';
import { assertHeader, type TextDateFormat } from '../day-cell.js';
import { MISSING, numberReader } from '../number-cell.js';
import type { Delimiter } from '../split-rows.js';
import { csvHead } from './csv-head.js';
import { type Fetched, fetchColumns, firstInfinite } from './duckdb-columns.js';
import { readUses } from './duckdb-parquet.js';
import { rowsOf, withDuckdb } from './duckdb-session.js';
import type { Planner } from './plan.js';
import { columnName, literalPath, sqlText } from './sql-text.js';
import type { Wanted } from './wanted.js';

/** What the header of a text table is checked by. */
export interface CsvOptions {
  readonly delimiter?: Delimiter;
  readonly dateFormat?: TextDateFormat;
}

/**
 * Reads a text table with DuckDB: its texts are cut apart there, and numbers that are plainly written become doubles there; days, names and all
 * other cells are read by the rules for text tables.
 */
export async function duckdbCsv<Made>(
  where: string,
  path: string,
  { delimiter, dateFormat }: CsvOptions,
  planner: Planner<Made>,
): Promise<Made> {
  const head = csvHead(where, path, delimiter);
  assertHeader(where, head.skip + 1, head.names[0]!, dateFormat ?? 'YYYY-MM-DD');
  const { wanted, make } = planner(where, head.names);
  return withDuckdb(where, async (connection) => {
    const columns = head.names.map((_, position) => `${sqlText(columnName(position))}: 'VARCHAR'`);
    const reader = `read_csv(${sqlText(literalPath(path))}, auto_detect = false, header = true, skip = ${head.skip}, delim = ${sqlText(head.delimiter)}, quote = '"', escape = '"', hive_partitioning = false, columns = {${columns.join(', ')}})`;
    const used = [...new Set([...wanted.days.keys(), ...wanted.names, ...wanted.numbers])].map(columnName);
    // The file is gone through once; lines without any text in the columns are left out.
    await connection.run(
      `CREATE TEMP TABLE source AS SELECT ${used.join(', ')} FROM ${reader} WHERE coalesce(${used.join(', ')}) IS NOT NULL`,
    );
    const asText = (position: number): Fetched => ({ kind: 'codes', sql: columnName(position) });
    const fetches = { day: asText, name: asText, number: numberFetch(wanted.missing) };
    const found = await fetchColumns(connection, 'source', wanted, fetches);
    for (const position of wanted.numbers) {
      const column = found.column('number', position);
      if (column.kind === 'values')
        await readRest(connection, where, head.names[position]!, position, wanted, column.values as Float64Array);
    }
    return make(readUses(where, head.names, found, wanted));
  });
}

/** Plainly written numbers as doubles, texts for "no value" as NaN, and infinity for whatever else there is. */
function numberFetch(missing: readonly string[]): (position: number) => Fetched {
  const texts = [...new Set([...MISSING, ...missing.map((text) => text.trim().toLowerCase())])].map(sqlText).join(', ');
  return (position) => {
    const name = columnName(position);
    // DuckDB reads 1_000 and +-1 as numbers; a text table does not.
    const plain = `isfinite(TRY_CAST(${name} AS DOUBLE)) AND NOT contains(${name}, '_') AND NOT contains(${name}, '+-')`;
    return {
      kind: 'values',
      sql: `CASE WHEN ${name} IS NULL THEN NULL WHEN ${plain} THEN TRY_CAST(${name} AS DOUBLE) WHEN lower(trim(${name})) IN (${texts}) THEN NULL ELSE 'Infinity'::DOUBLE END`,
    };
  };
}

/** Reads what was not plainly written by the rules for text tables, which refuse most of it. */
async function readRest(
  connection: DuckDBConnection,
  where: string,
  column: string,
  position: number,
  { missing }: Wanted,
  values: Float64Array,
): Promise<void> {
  if (firstInfinite(values) < 0) return;
  const read = numberReader(where, missing);
  const texts = await rowsOf(connection, `SELECT ${columnName(position)} FROM source`);
  for (let row = 0; row < values.length; row++) {
    if (Math.abs(values[row]!) !== Infinity) continue;
    values[row] = read(String(texts[row]![0]).trim(), { where, line: row + 1, column, unit: 'data row' });
  }
}
