import { withDuckdb, rowsOf } from './duckdb-session.js';
import { cellRefusal } from './cell-refusal.js';
import { cellText, type Fetched, fetchColumns, type Fetches, firstInfinite } from './duckdb-columns.js';
import type { Plan, Planner } from './plan.js';
import { readColumns } from './read-columns.js';
import { columnName, literalPath, sqlText } from './sql-text.js';
import type { ReadColumns, Wanted } from './wanted.js';

/** Reads a Parquet file with DuckDB. */
export async function duckdbParquet<Made>(where: string, path: string, planner: Planner<Made>): Promise<Made> {
  return withDuckdb(where, async (connection) => {
    const file = sqlText(literalPath(path));
    // Folders such as "year=2020" would otherwise become columns.
    const reader = `read_parquet(${file}, hive_partitioning = false, union_by_name = false)`;
    const names = topNames(await rowsOf(connection, `SELECT name, num_children FROM parquet_schema(${file})`));
    const types = (await rowsOf(connection, `DESCRIBE SELECT * FROM ${reader}`)).map((row) => String(row[1]));
    const source = `${reader} AS t(${names.map((_, position) => columnName(position)).join(', ')})`;
    const plan: Plan<Made> = planner(where, names);
    const found = await fetchColumns(connection, source, plan.wanted, fetchesOf(types));
    for (const position of plan.wanted.numbers) {
      const column = found.column('number', position);
      const row = column.kind === 'values' ? firstInfinite(column.values as Float64Array) : -1;
      if (row < 0) continue;
      const text = await cellText(connection, source, position, row);
      const remedy =
        '; it must be a finite number that a double holds exactly (whole ones up to 2^53), or null or NaN where there is none.';
      throw cellRefusal('file.value', { where, column: names[position]! }, row, text, remedy);
    }
    return plan.make(readUses(where, names, found, plan.wanted));
  });
}

/** The columns as read, each by what it was fetched for. */
export function readUses(
  where: string,
  names: readonly string[],
  { length, column }: Awaited<ReturnType<typeof fetchColumns>>,
  wanted: Wanted,
): ReadColumns {
  const none = { days: new Map<never, never>(), names: [], numbers: [] };
  const read = (use: 'day' | 'name' | 'number', part: Partial<Wanted>): ReadColumns =>
    readColumns({ where, names, length, column: (position) => column(use, position) }, { ...wanted, ...none, ...part });
  return {
    where,
    length,
    days: read('day', { days: wanted.days }).days,
    names: read('name', { names: wanted.names }).names,
    numbers: read('number', { numbers: wanted.numbers }).numbers,
  };
}

/** The names of the columns themselves, without those of the parts of nested ones. */
function topNames(schema: readonly (readonly unknown[])[]): string[] {
  const names: string[] = [];
  let inside: number[] = [];
  for (const [name, children] of schema.slice(1)) {
    if (inside.length === 0) names.push(String(name));
    else inside[inside.length - 1]!--;
    if (Number(children ?? 0) > 0) inside.push(Number(children));
    inside = inside.slice(0, inside.findLastIndex((left) => left > 0) + 1);
  }
  return names;
}

const WHOLE = /^(?:U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT))$/;
const FLOATING = /^(?:FLOAT|DOUBLE)$/;

function fetchesOf(types: readonly string[]): Fetches {
  const text = (position: number): Fetched | undefined => {
    const [type, name] = [types[position]!, columnName(position)];
    if (type === 'VARCHAR' || type.startsWith('ENUM') || WHOLE.test(type))
      return { kind: 'codes', sql: `CAST(${name} AS VARCHAR)` };
    // What a column of whole numbers becomes in a tool that has no missing ones.
    const whole = `CASE WHEN ${name} = trunc(${name}) AND abs(${name}) <= 9007199254740991 THEN CAST(CAST(${name} AS BIGINT) AS VARCHAR) END`;
    return FLOATING.test(type) ? { kind: 'codes', sql: whole } : undefined;
  };
  return {
    name: (position) => text(position) ?? { kind: 'other', type: types[position]! },
    day: (position) => {
      const [type, name] = [types[position]!, columnName(position)];
      if (type === 'DATE')
        return {
          kind: 'days',
          sql: `CASE WHEN ${name} IS NULL THEN NULL WHEN isfinite(${name}) THEN (${name} - DATE '1970-01-01')::INTEGER ELSE 2147483647 END`,
        };
      if (type === 'TIMESTAMP WITH TIME ZONE') return { kind: 'moments', sql: `epoch_us(${name})`, zoned: true };
      if (type.startsWith('TIMESTAMP'))
        return { kind: 'moments', sql: `epoch_us(CAST(${name} AS TIMESTAMP))`, zoned: false };
      return text(position) ?? { kind: 'other', type };
    },
    number: (position) => {
      const [type, name] = [types[position]!, columnName(position)];
      if (FLOATING.test(type)) return { kind: 'values', sql: `CAST(${name} AS DOUBLE)` };
      if (WHOLE.test(type))
        return {
          kind: 'values',
          sql: `CASE WHEN ${name} BETWEEN -9007199254740991 AND 9007199254740991 THEN CAST(${name} AS DOUBLE) WHEN ${name} IS NOT NULL THEN 'Infinity'::DOUBLE END`,
        };
      // By way of its text: the division of a decimal's digits need not give the nearest double.
      if (type.startsWith('DECIMAL')) return { kind: 'values', sql: `CAST(CAST(${name} AS VARCHAR) AS DOUBLE)` };
      return { kind: 'other', type };
    },
  };
}
