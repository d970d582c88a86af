import { assertObject } from '../../core/index.js';
import type { AnyPanel, Panel } from '../../panel/index.js';
import { pricesFromText } from '../parse-prices.js';
import { returnsFromText } from '../parse-returns.js';
import { stocksFromText } from '../parse-stock-panel.js';
import type { CsvOptions } from './duckdb-csv.js';
import type { FileSource } from './engine.js';
import { type FileOptions, fileOptions, loadFile } from './load-file.js';
import {
  pricesPlanner,
  type PricesColumnsOptions,
  returnsPlanner,
  type ReturnsColumnsOptions,
  stockPlanner,
} from './planners.js';
import type { StockColumnsOptions } from './stock-plan.js';

/**
 * A panel of returns from a Parquet file or a large CSV file, wide or long, or from the bytes of one.
 *
 * Files are read by DuckDB (the optional package `@duckdb/node-api`); without it Parquet is read by `hyparquet`, which needs no native code and
 * takes bytes, and text by this library's own reader. The panel is the same, bit by bit, and so is what is refused. In a text dates, missing
 * values and units are what they are to `parseReturns`; in Parquet they are what they are to {@link returnsFromColumns}.
 *
 * @throws InputError `package.missing`, `file.missing`, `option.range` (an engine that cannot read the file), and those of `parseReturns` and
 *   {@link returnsFromColumns}; rows are counted from 1 without the header ("data row 5").
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { SPY: [0.016, 0.052] } });
 * await writeParquet('months.parquet', panel);
 * const again = await loadReturns('months.parquet', { frequency: 'monthly', units: 'fraction' });
 * console.log(again.returns('SPY').values.join(' ')); // 0.016 0.052
 */
export async function loadReturns<const Asset extends string>(
  file: FileSource,
  options: ReturnsColumnsOptions<Asset> & FileOptions,
): Promise<Panel<Asset>> {
  const { rest, own } = parted('loadReturns', options);
  const planner = returnsPlanner(options, fileOptions);
  const made = await loadFile('loadReturns', file, own, planner, (where, text) => returnsFromText(where, text, rest));
  return made as Panel<Asset>;
}

/**
 * A panel from a Parquet file or a large CSV file of prices, wide or long, or from the bytes of one: see {@link loadReturns}. The first date is
 * the base.
 *
 * @throws InputError those of {@link loadReturns} and of `fromPrices`.
 * @example
 * await writeParquet('closes.parquet', { day: ['2024-01-30', '2024-01-31'], SPY: [50, 51] });
 * const panel = await loadPrices('closes.parquet', { frequency: 'daily', adjusted: true });
 * console.log(panel.returns('SPY').values[0].toFixed(2)); // 0.02
 */
export async function loadPrices<const Asset extends string>(
  file: FileSource,
  options: PricesColumnsOptions<Asset> & FileOptions,
): Promise<Panel<Asset>> {
  const { rest, own } = parted('loadPrices', options);
  const planner = pricesPlanner(options, fileOptions);
  const made = await loadFile('loadPrices', file, own, planner, (where, text) => pricesFromText(where, text, rest));
  return made as Panel<Asset>;
}

/**
 * A panel from a Parquet file or a large CSV file of stocks, one row per date and stock with its return and its characteristics: see
 * `parseStockPanel` for what the options mean, and {@link loadReturns} for what reads the file.
 *
 * Cost: 1.8 million rows of four columns of figures (3,000 stocks × 600 months) take 1.1 to 1.5 s of processor time from Parquet with DuckDB, 2.7 to 3.2 s
 * from CSV.
 *
 * @throws InputError those of {@link loadReturns} and of `parseStockPanel`.
 * @example
 * const rows = { date: ['2024-01-31', '2024-02-29'], permno: [10001, 10001], ret: [0.01, 0.02], me: [50, 51] };
 * await writeParquet('stocks.parquet', rows);
 * const panel = await loadStockPanel('stocks.parquet', {
 *   asset: 'permno', returns: 'ret', frequency: 'monthly', units: 'fraction', fields: { size: { column: 'me', knownAfter: { days: 0 } } },
 * });
 * console.log(panel.assets, panel.fields); // [ '10001' ] [ 'size' ]
 */
export async function loadStockPanel<const Field extends string = never>(
  file: FileSource,
  options: StockColumnsOptions<Field> & FileOptions,
): Promise<Panel<string, Field>> {
  const { rest, own } = parted('loadStockPanel', options);
  const planner = stockPlanner(options, fileOptions);
  const fromText = (where: string, text: string): AnyPanel => stocksFromText(where, text, rest);
  return (await loadFile('loadStockPanel', file, own, planner, fromText)) as unknown as Panel<string, Field>;
}

/** The options of the reader of texts, which knows neither engines nor zones, and those that the reader of files looks at. */
function parted<Options extends FileOptions & CsvOptions & { readonly zone?: unknown }>(
  where: string,
  options: Options,
): { readonly rest: Omit<Options, 'engine' | 'zone'>; readonly own: FileOptions & CsvOptions } {
  assertObject(where, 'the options', options);
  const { engine, delimiter, dateFormat } = options;
  const rest: { -readonly [Key in keyof Options]: Options[Key] } = { ...options };
  delete rest.engine;
  delete rest.zone;
  const own = { engine, delimiter, dateFormat };
  return { rest, own: Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) };
}
