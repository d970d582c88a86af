import type { CellValue } from '../../table/index.js';
import { rowsOf, type TabularSource } from '../rows-of.js';

/** A column of plain values: numbers alone, or texts and numbers with null where there is nothing. */
export type PlainColumn = Float64Array | readonly CellValue[];

/** Columns by name, all of one length: what Arrow, Arquero, Polars and DuckDB make tables of. */
export type PlainColumns = Readonly<Record<string, PlainColumn>>;

/**
 * Columns of a table or what has one (a sweep, a comparison), a panel's returns, a return series (a result) or a summary: an object of arrays, which
 * `arrow.tableFromArrays`, Arquero's `aq.table` and Polars' `pl.DataFrame` take as it is.
 *
 * Columns of numbers are `Float64Array`s in full precision, in which NaN is "undefined" or "no return"; columns with texts or with null ("nothing
 * there") are plain arrays, whose nulls stay null. Days are texts, `YYYY-MM-DD`.
 *
 * @throws InputError `series.invalid` for what has no rows, `panel.invalid`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, NaN] } });
 * console.log(toColumns(panel)['A']); // Float64Array(2) [ 0.01, NaN ]
 */
export function toColumns(source: TabularSource): PlainColumns {
  const { columns, rows } = rowsOf('toColumns', 'the argument', source);
  return Object.fromEntries(
    columns.map((key): [string, PlainColumn] => {
      const values = rows.map((row) => row[key] ?? null);
      const numbers = values.length > 0 && values.every((value) => typeof value === 'number');
      return [key, numbers ? Float64Array.from(values) : Object.freeze(values)];
    }),
  );
}
