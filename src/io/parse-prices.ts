import { assertKnownOptions } from '../core/index.js';
import type { Panel } from '../panel/index.js';
import { assertPriceColumns } from './assert-price-columns.js';
import { datedRows } from './dated-rows.js';
import type { FilePath } from './file-path.js';
import { panelFromPrices, type PricesDescription, pricesOptions } from './panel-from-columns.js';
import { readText } from './read-text.js';
import { layoutOptions, tableColumns, type TextTableOptions } from './text-table.js';

/** What {@link parsePrices} must be told: `frequency` and `adjusted`, and what differs from the usual layout. */
export interface PricesTextOptions<Asset extends string = string> extends TextTableOptions<Asset>, PricesDescription {}

/**
 * A panel from a text table of prices or index levels: a header, dates in the first column, one column of prices per asset.
 *
 * The first date is the base, so there is one row fewer than lines of prices. With `columns: { SPY: 'Adj Close' }` a column gets
 * the name of its asset. A file of one fund's quotes (Open, High, Low, Close …) is read by {@link parseQuotes}: without `columns` it is
 * refused here, and so are closes that contradict `adjusted`.
 *
 * @throws InputError `file.format`, `file.value`, `date.format`, `date.impossible`, and those of `fromPrices`, each with the line.
 * @example
 * const text = 'Date,Close,Adj Close\n2024-01-30,100,50\n2024-01-31,101,51\n';
 * const panel = parsePrices(text, { frequency: 'daily', adjusted: true, columns: { SPY: 'Adj Close' } });
 * console.log(panel.calendar.date(-1), panel.returns('SPY').values[0].toFixed(2)); // 2024-01-30 0.02
 */
export function parsePrices<const Asset extends string>(text: string, options: PricesTextOptions<Asset>): Panel<Asset> {
  return pricesFromText('parsePrices', text, options);
}

/**
 * A panel from a file of prices (CSV in UTF-8): see {@link parsePrices}.
 *
 * @throws InputError `file.missing`, and those of {@link parsePrices}.
 * @example
 * const days = [{ Date: '2024-01-30', Close: 50 }, { Date: '2024-01-31', Close: 51 }];
 * writeCsv('spy.csv', makeTable({ columns: [{ key: 'Date' }, { key: 'Close' }], rows: days }));
 * const panel = readPrices('spy.csv', { frequency: 'daily', adjusted: false, columns: { SPY: 'Close' } });
 * console.log(panel.returns('SPY').values[0].toFixed(2), panel.returns('SPY').meta.kind); // 0.02 price
 */
export function readPrices<const Asset extends string>(
  path: FilePath,
  options: PricesTextOptions<Asset>,
): Panel<Asset> {
  const { where, text } = readText('readPrices', path);
  return pricesFromText(where, text, options);
}

/** A panel of prices from text, with a place for messages. */
export function pricesFromText<Asset extends string>(
  where: string,
  text: string,
  options: PricesTextOptions<Asset>,
): Panel<Asset> {
  assertKnownOptions(where, options, [...pricesOptions, ...layoutOptions]);
  const table = datedRows(where, text, options);
  assertPriceColumns(where, table.header.cells, options);
  return panelFromPrices(tableColumns(where, table, options), options);
}
