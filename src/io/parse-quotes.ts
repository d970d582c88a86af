import { assertKnownOptions, assertName, describeValue, InputError } from '../core/index.js';
import type { Panel } from '../panel/index.js';
import type { FilePath } from './file-path.js';
import { panelFromPrices, type PricesDescription, pricesOptions } from './panel-from-columns.js';
import { quoteColumns } from './quote-columns.js';
import { readText } from './read-text.js';
import { datedRows } from './dated-rows.js';
import { layoutOptions, tableColumns, type TextTableOptions } from './text-table.js';

/** What {@link parseQuotes} must be told: the fund's name, `frequency`, and `adjusted` where the file does not say. */
export interface QuotesTextOptions<Asset extends string = string>
  extends Omit<TextTableOptions, 'columns' | 'long'>, Omit<PricesDescription, 'adjusted'> {
  /** The name that the prices get; files of quotes do not hold it. */
  readonly asset: Asset;
  /**
   * Absent: the adjusted close, which must be there. False: the bare close, for price returns. True: the column "Close" of a file without
   * an adjusted one holds adjusted prices, as some vendors offer when the file is ordered.
   */
  readonly adjusted?: boolean;
}

const OPTIONS = [...pricesOptions, ...layoutOptions.filter((name) => name !== 'columns' && name !== 'long'), 'asset'];

/**
 * A panel of one fund from a file of quotes, as vendors of prices hand them out: Date, Open, High, Low, Close, perhaps Adj Close, Volume.
 *
 * The adjusted close is taken. A file without one may be adjusted or not, by the choice of whoever ordered it: it is refused until
 * `adjusted` says so. The bare close is never taken in silence: its returns lack the dividends.
 *
 * @throws InputError `option.missing` (no adjusted close, and no word), `file.format` (no close, or two of them), `file.value`,
 *   `date.format`, `date.impossible`, and those of `fromPrices`, each with the line.
 * @example
 * const text = 'Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-30,99,101,98,100,50,7\n2024-01-31,99,102,99,101,51,8\n';
 * const total = parseQuotes(text, { asset: 'SPY', frequency: 'daily' }).returns('SPY');
 * const price = parseQuotes(text, { asset: 'SPY', frequency: 'daily', adjusted: false }).returns('SPY');
 * console.log(total.values[0].toFixed(2), total.meta.kind, price.values[0].toFixed(2), price.meta.kind); // 0.02 total 0.01 price
 */
export function parseQuotes<const Asset extends string>(text: string, options: QuotesTextOptions<Asset>): Panel<Asset> {
  return quotesFromText('parseQuotes', text, options);
}

/**
 * A panel of one fund from a file of quotes: see {@link parseQuotes}.
 *
 * @throws InputError `file.missing`, and those of {@link parseQuotes}.
 * @example
 * const columns = [{ key: 'Date' }, { key: 'Close' }];
 * writeCsv('spy.csv', makeTable({ columns, rows: [{ Date: '2024-01-30', Close: 50 }, { Date: '2024-01-31', Close: 51 }] }));
 * console.log(readQuotes('spy.csv', { asset: 'SPY', frequency: 'daily', adjusted: true }).returns('SPY').values[0].toFixed(2)); // 0.02
 */
export function readQuotes<const Asset extends string>(
  path: FilePath,
  options: QuotesTextOptions<Asset>,
): Panel<Asset> {
  const { where, text } = readText('readQuotes', path);
  return quotesFromText(where, text, options);
}

function quotesFromText<Asset extends string>(
  where: string,
  text: string,
  options: QuotesTextOptions<Asset>,
): Panel<Asset> {
  assertKnownOptions(where, options, OPTIONS);
  const { asset, adjusted, ...rest } = options;
  assertName(where, 'asset', asset);
  const table = datedRows(where, text, options);
  const { column, total } = closeColumn(where, table.header.cells, adjusted);
  return panelFromPrices(tableColumns(where, table, { ...rest, columns: { [asset]: column } }), {
    ...rest,
    adjusted: total,
  });
}

/** The column of the prices, and whether dividends are in them. */
function closeColumn(where: string, header: readonly string[], said: unknown): { column: string; total: boolean } {
  if (said !== undefined && typeof said !== 'boolean') {
    const found = describeValue(said);
    throw new InputError('option.type', `${where}: "adjusted" is ${found}; it must be true or false.`, {
      where,
      found,
    });
  }
  const { adjusted, close } = quoteColumns(header);
  const wanted = said === false || adjusted.length === 0 ? close : adjusted;
  const details = { where, known: header };
  if (wanted.length !== 1) {
    const found = wanted.length === 0 ? 'no column of closes' : `more than one (${wanted.join(', ')})`;
    throw new InputError(
      'file.format',
      `${where}: found ${found} among ${header.join(', ')}. Name the column with readPrices or parsePrices and columns: { SPY: 'Close' }.`,
      details,
    );
  }
  if (said === undefined && adjusted.length === 0) {
    throw new InputError(
      'option.missing',
      `${where}: there is no adjusted close, only "${wanted[0]!}". Say adjusted: true if the file was ordered with prices adjusted for dividends, adjusted: false if they are bare (price returns).`,
      { ...details, option: 'adjusted' },
    );
  }
  return { column: wanted[0]!, total: wanted === adjusted || said === true };
}
