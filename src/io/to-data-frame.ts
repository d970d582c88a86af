import { describeValue, InputError } from '../core/index.js';
import type { CellValue } from '../table/index.js';
import { rowsOf, type TabularSource } from './rows-of.js';

/** What makes a data frame of columns: the `DataFrame` of danfojs, say. */
export type DataFrameConstructor<Frame> = new (columns: Record<string, CellValue[]>) => Frame;

/**
 * A data frame from a table or what has one (a sweep, a comparison), a panel's returns, a return series or a summary; the constructor is handed
 * over, so nothing is imported.
 *
 * Columns are plain arrays of full values; days are texts under `date`; missing numbers are NaN. Do not compute on in danfojs what
 * is to be published: it computes in single precision.
 *
 * @throws InputError `option.type` (no constructor), `table.invalid` (a table without rows: danfojs cannot hold it),
 *   `series.invalid` (nothing that has rows).
 * @example
 * class Frame { constructor(readonly columns: Record<string, unknown[]>) {} }
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, NaN] } });
 * console.log(toDataFrame(Frame, panel).columns); // { date: [ '2024-01-31', '2024-02-29' ], A: [ 0.01, NaN ] }
 */
export function toDataFrame<Frame>(DataFrame: DataFrameConstructor<Frame>, source: TabularSource): Frame {
  const where = 'toDataFrame';
  if (!isConstructor(DataFrame)) {
    const found = describeValue(DataFrame);
    throw new InputError(
      'option.type',
      `${where}: found ${found} where a constructor belongs. Hand over the DataFrame of danfojs itself.`,
      { where, found },
    );
  }
  const table = rowsOf(where, 'the second argument', source);
  if (table.rows.length === 0) {
    throw new InputError('table.invalid', `${where}: the table has no rows; a data frame needs at least one.`, {
      where,
    });
  }
  return new DataFrame(
    Object.fromEntries(table.columns.map((key) => [key, table.rows.map((row) => row[key] ?? null)])),
  );
}

/** Whether `new` can make something of it: an arrow function cannot. Nothing is called. */
function isConstructor(value: unknown): boolean {
  try {
    Reflect.construct(Object, [], value as new () => unknown);
    return true;
  } catch {
    return false;
  }
}
