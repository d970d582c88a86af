import { assertKnownOptions, assertName, assertObject, describeValue, InputError, isSparse } from '../core/index.js';
import type { Panel } from '../panel/index.js';
import { type DateFormat, isoDate, parseDate } from '../time/index.js';
import type { DatedColumns } from './dated-columns.js';
import {
  panelFromPrices,
  panelFromReturns,
  type PricesDescription,
  pricesOptions,
  type ReturnsDescription,
  returnsOptions,
} from './panel-from-columns.js';
import { type ColumnChoice, pickColumns } from './pick-columns.js';

/** A data frame by structure, as danfojs makes it: names of columns, and rows of values. No data frame library is imported. */
export interface DataFrameLike {
  readonly columns: readonly string[];
  readonly values: ArrayLike<unknown>;
}

export interface DataFrameLayout<Asset extends string> {
  /** The column of the dates. */
  readonly date: string;
  readonly dateFormat?: DateFormat;
  readonly columns?: ColumnChoice<Asset>;
}

/** What {@link fromDataFrame} must be told: the date column, and `units` for returns or `adjusted` for prices. */
export type DataFrameOptions<Asset extends string = string> = DataFrameLayout<Asset> &
  (ReturnsDescription | PricesDescription);

/**
 * A panel from a data frame: a column of dates, and columns of returns or prices.
 *
 * Dates are texts (or whole numbers such as 202401); a `Date` is refused, because its time zone would decide the day. NaN, null and
 * undefined are missing. Read numbers as they came: danfojs computes in single precision, so what it has computed is rounded.
 *
 * @throws InputError `file.format` (not a data frame, an unknown column), `date.format`, `date.impossible`, `panel.value`,
 *   `panel.units`, and those of `fromReturns` and `fromPrices`, with the row.
 * @example
 * const frame = { columns: ['day', 'SPY'], values: [['2024-01-30', 100], ['2024-01-31', 102]] };
 * const panel = fromDataFrame(frame, { date: 'day', frequency: 'daily', adjusted: true });
 * console.log(panel.assets, panel.returns('SPY').values[0].toFixed(2)); // [ 'SPY' ] 0.02
 */
export function fromDataFrame<const Asset extends string>(
  df: DataFrameLike,
  options: DataFrameOptions<Asset>,
): Panel<Asset> {
  const where = 'fromDataFrame';
  const given: unknown = options;
  assertObject(where, 'the options', given);
  const { date, dateFormat, columns } = options;
  if ('units' in options === 'adjusted' in options) {
    const found = 'units' in options ? 'both "units" and "adjusted"' : 'neither "units" nor "adjusted"';
    throw new InputError(
      'option.missing',
      `${where}: found ${found}. Say units: 'fraction' or 'percent' for returns, or adjusted: true or false for prices.`,
      { where },
    );
  }
  const known = 'units' in options ? returnsOptions : pricesOptions;
  assertKnownOptions(where, options, ['date', 'dateFormat', 'columns', ...known]);
  const source = frameColumns(where, df, date, dateFormat ?? 'YYYY-MM-DD', columns);
  return 'units' in options ? panelFromReturns(source, options) : panelFromPrices(source, options);
}

function frameColumns(
  where: string,
  df: unknown,
  date: string,
  format: DateFormat,
  choice: ColumnChoice<string> | undefined,
): DatedColumns {
  const { columns, values } = (df ?? {}) as Partial<Record<keyof DataFrameLike, unknown>>;
  const rows: unknown[] = Array.isArray(values) ? values : [];
  if (!Array.isArray(columns) || !Array.isArray(values) || isSparse(rows) || !rows.every((row) => Array.isArray(row))) {
    const found = describeValue(df);
    throw new InputError(
      'file.format',
      `${where}: found ${found}; give a data frame: an object with "columns" (names) and "values" (an array of rows).`,
      { where, found },
    );
  }
  assertName(where, 'date', date);
  const header = Array.from<unknown>(columns).map((name, index) => {
    if (typeof name === 'number') return String(name);
    assertName(where, `columns[${index}]`, name);
    return name;
  });
  const position = pickColumns(where, header, -1, [date]).get(date)!;
  const picked = pickColumns(where, header, position, choice);
  const place = (row: number): string => `row ${row}`;
  const dates = rows.map((cells, row) => {
    const cell = (cells as unknown[])[position];
    // Whole numbers are what a reader of CSV makes of 202401.
    const text = Number.isInteger(cell) ? String(cell) : cell;
    return isoDate(parseDate(text as string, format, `${where}, ${place(row)}, column "${date}"`));
  });
  const numbers = [...picked].map(([asset, at]): [string, Float64Array] => [
    asset,
    Float64Array.from(rows, (cells, row) => {
      const value = (cells as unknown[])[at] ?? NaN;
      if (typeof value === 'number') return value;
      throw new InputError(
        'panel.value',
        `${where}, ${place(row)}, column "${header[at]!}" (${dates[row]!}): found ${describeValue(value)}; it must be a number, or NaN or null where there is none.`,
        { where, row, column: header[at]!, found: describeValue(value) },
      );
    }),
  ]);
  return { where, dates, columns: new Map(numbers), place };
}
