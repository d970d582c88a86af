import type { DuckDBConnection } from '@duckdb/node-api';
import { NO_DAY } from '../stock-facts.js';
import { fetchInto, rowsOf, type Sink } from './duckdb-session.js';
import type { RawColumn } from './raw-table.js';
import { columnName } from './sql-text.js';
import type { Wanted } from './wanted.js';

/** How a column comes out of DuckDB: as which kind, and by which expression over its name. */
export type Fetched =
  | { readonly kind: 'values' | 'days' | 'codes'; readonly sql: string }
  | { readonly kind: 'moments'; readonly sql: string; readonly zoned: boolean }
  | { readonly kind: 'other'; readonly type: string };

/** How columns are fetched by what they are wanted for. */
export interface Fetches {
  readonly day: (position: number) => Fetched;
  readonly name: (position: number) => Fetched;
  readonly number: (position: number) => Fetched;
}

const MICROSECONDS_PER_DAY = 86_400_000_000n;

/**
 * The wanted columns of `source`, in the order of its rows. Numbers are plain; what is none, or has no exact double, is infinite.
 *
 * A column that is wanted for two things has two entries.
 */
export async function fetchColumns(
  connection: DuckDBConnection,
  source: string,
  wanted: Wanted,
  fetches: Fetches,
): Promise<{ readonly length: number; readonly column: (use: Use, position: number) => RawColumn }> {
  const uses: [string, Fetched][] = [
    ...Array.from(wanted.days.keys(), (at): [string, Fetched] => [`day ${at}`, fetches.day(at)]),
    ...wanted.names.map((at): [string, Fetched] => [`name ${at}`, fetches.name(at)]),
    ...wanted.numbers.map((at): [string, Fetched] => [`number ${at}`, fetches.number(at)]),
  ];
  const length = Number((await rowsOf(connection, `SELECT count(*) FROM ${source}`))[0]![0]);
  const made = new Map<string, RawColumn>();
  const parts: string[] = [];
  const sinks: Sink[] = [];
  const sink = <Kind extends Sink>(sql: string, array: Kind): Kind => {
    parts.push(sql);
    sinks.push(array);
    return array;
  };
  for (const [use, fetched] of uses) {
    if (fetched.kind === 'other') {
      made.set(use, fetched);
    } else if (fetched.kind === 'values') {
      made.set(use, {
        kind: 'values',
        values: sink(`coalesce(${fetched.sql}, 'NaN'::DOUBLE)`, new Float64Array(length)),
      });
    } else if (fetched.kind === 'days') {
      made.set(use, { kind: 'days', values: sink(`coalesce(${fetched.sql}, ${NO_DAY})`, new Int32Array(length)) });
    } else if (fetched.kind === 'moments') {
      const values = sink(fetched.sql, Array.from<unknown>({ length }));
      made.set(use, { kind: 'moments', values, perDay: MICROSECONDS_PER_DAY, zoned: fetched.zoned });
    } else {
      const { texts, sql } = await dictionary(connection, source, fetched.sql, `t${sinks.length}`);
      made.set(use, { kind: 'codes', codes: sink(sql, new Int32Array(length)), texts });
    }
  }
  if (parts.length > 0) await fetchInto(connection, `SELECT ${parts.join(', ')} FROM ${source}`, sinks);
  return { length, column: (use, position) => made.get(`${use} ${position}`)! };
}

/** What a column may be wanted for. */
export type Use = 'day' | 'name' | 'number';

/** The distinct texts of an expression, and the expression of a row's position among them. */
async function dictionary(
  connection: DuckDBConnection,
  source: string,
  text: string,
  type: string,
): Promise<{ readonly texts: readonly string[]; readonly sql: string }> {
  const distinct = `SELECT DISTINCT ${text} AS t FROM ${source} WHERE t IS NOT NULL`;
  const found = await rowsOf(connection, distinct);
  if (found.length === 0) return { texts: [], sql: '-1' };
  await connection.run(`CREATE TYPE ${type} AS ENUM (${distinct})`);
  const texts = (await rowsOf(connection, `SELECT unnest(enum_range(NULL::${type}))`)).map(([name]) =>
    String(name).trim(),
  );
  return { texts, sql: `coalesce(enum_code(CAST(${text} AS ${type}))::INTEGER, -1)` };
}

/** The text of one cell, for a message. */
export async function cellText(
  connection: DuckDBConnection,
  source: string,
  position: number,
  row: number,
): Promise<string> {
  const sql = `SELECT CAST(${columnName(position)} AS VARCHAR) FROM ${source} LIMIT 1 OFFSET ${row}`;
  const found = (await rowsOf(connection, sql))[0]?.[0];
  return typeof found === 'string' ? found : 'nothing';
}

/** The first row with an infinite number; −1 where there is none. */
export const firstInfinite = (values: Float64Array): number =>
  values.findIndex((value) => Math.abs(value) === Infinity);
