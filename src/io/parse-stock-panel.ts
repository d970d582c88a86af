import { assertKnownOptions, assertName, assertObject, assertOneOf, InputError } from '../core/index.js';
import type { Panel } from '../panel/index.js';
import { columnOf, type DatedRows, datedRows } from './dated-rows.js';
import { dayReader, type TextDateFormat } from './day-cell.js';
import type { FilePath } from './file-path.js';
import { longNumbers, longRows } from './long-layout.js';
import { type NumberReader, numberReader } from './number-cell.js';
import { type ReturnsDescription, returnsOptions } from './panel-from-columns.js';
import { knownDay, type PublicationLag } from './publication-lag.js';
import { readText } from './read-text.js';
import { NO_DAY, type StockFact } from './stock-facts.js';
import { stockPanel } from './stock-panel.js';
import { layoutOptions, type TextTableOptions } from './text-table.js';

/** One field of a stock panel: its column, and when its figures became known: a lag behind the row's date, or a column of days. */
export interface StockField {
  readonly column: string;
  /** Time from the row's date to the day on which the figure was known: { days: 0 } for a price, { months: 4 } for a report. */
  readonly knownAfter?: PublicationLag;
  /** The column with the day on which the figure was known. In place of `knownAfter`. */
  readonly knownOn?: string;
  /** How the days of `knownOn` are written; absent: like the dates of the table. */
  readonly dateFormat?: TextDateFormat;
  /** What an empty cell means: 'missing' (the default), or 'no news': the latest figure stays known, as where only report months are filled. */
  readonly empty?: 'missing' | 'no news';
}

/** What {@link parseStockPanel} must be told: the columns, `frequency` and `units`. */
export interface StockPanelOptions<Field extends string = string>
  extends Omit<TextTableOptions, 'columns' | 'long'>, ReturnsDescription {
  /** The column with the names of the stocks. */
  readonly asset: string;
  /** The column with their returns. */
  readonly returns: string;
  /** The column with returns of delistings, in the same units. A delisting ends its stock. */
  readonly delisting?: string;
  readonly fields?: Readonly<Record<Field, StockField>>;
}

const COLUMNS = ['asset', 'returns', 'delisting', 'fields'] as const;
export const stockOptions: readonly string[] = [
  ...COLUMNS,
  ...returnsOptions,
  ...layoutOptions.filter((name) => name !== 'columns' && name !== 'long'),
];

/**
 * A panel from a long text table of stocks: one line per date and stock, with its return and its characteristics.
 *
 * The days of the table are the calendar; its lines may stand in any order; stocks come and go. Every field says when its figures were
 * known, since a book value dated December was not known in December. A stock's last return may be that of its delisting, compounded
 * with the return of the same line; leaving it out flatters (Shumway 1997, "The Delisting Bias in CRSP Data").
 *
 * Cost: some microseconds a line; for millions of lines read Parquet.
 *
 * @throws InputError `option.missing`, `file.format`, `file.value`, `date.format`, `date.impossible`, `calendar.duplicate` (two lines of
 *   one stock and day), `panel.value` (a return after the delisting), `observation.invalid`, `observation.order`; each with the line.
 * @example
 * const text = 'date,ticker,ret,me,be\n2024-01,AAA,0.01,50,20\n2024-01,BBB,-0.5,5,9\n2024-02,AAA,0.02,51,20\n';
 * const panel = parseStockPanel(text, {
 *   dateFormat: 'YYYY-MM', asset: 'ticker', returns: 'ret', frequency: 'monthly', units: 'fraction',
 *   fields: { me: { column: 'me', knownAfter: { days: 0 } }, be: { column: 'be', knownAfter: { months: 1 } } },
 * });
 * console.log(panel.assets, panel.returns('BBB').values.join(' '), panel.toJSON().fields['be']?.['AAA']); // [ 'AAA', 'BBB' ] -0.5 NaN [ null, null, 20 ]
 */
export function parseStockPanel<const Field extends string = never>(
  text: string,
  options: StockPanelOptions<Field>,
): Panel<string, Field> {
  return stocksFromText('parseStockPanel', text, options);
}

/**
 * A panel from a file of stocks: see {@link parseStockPanel}.
 *
 * @throws InputError `file.missing`, and those of {@link parseStockPanel}.
 * @example
 * const columns = [{ key: 'date' }, { key: 'ticker' }, { key: 'ret' }];
 * writeCsv('stocks.csv', makeTable({ columns, rows: [{ date: '2024-01', ticker: 'AAA', ret: 0.01 }] }));
 * const panel = readStockPanel('stocks.csv', { dateFormat: 'YYYY-MM', asset: 'ticker', returns: 'ret', frequency: 'monthly', units: 'fraction' });
 * console.log(panel.assets, panel.calendar.date(0)); // [ 'AAA' ] 2024-01-31
 */
export function readStockPanel<const Field extends string = never>(
  path: FilePath,
  options: StockPanelOptions<Field>,
): Panel<string, Field> {
  const { where, text } = readText('readStockPanel', path);
  return stocksFromText(where, text, options);
}

/** A stock panel from text, with a place for messages. */
export function stocksFromText<Field extends string>(
  where: string,
  text: string,
  options: StockPanelOptions<Field>,
): Panel<string, Field> {
  assertKnownOptions(where, options, stockOptions);
  const { asset, returns, delisting, fields, dateFormat = 'YYYY-MM-DD', missing } = options;
  assertName(where, 'asset', asset);
  assertName(where, 'returns', returns);
  if (delisting !== undefined) assertName(where, 'delisting', delisting);
  if (fields !== undefined) assertObject(where, '"fields"', fields);
  const read = numberReader(where, missing);
  const table = datedRows(where, text, options);
  const facts = Object.entries<StockField>(fields ?? {}).map(
    ([name, field]) => [name, factFrom(where, table, name, field, dateFormat, read)] as const,
  );
  const source = {
    ...longRows(where, table, asset, dateFormat),
    returns: longNumbers(where, table, returns, read),
    ...(delisting === undefined ? {} : { delisting: longNumbers(where, table, delisting, read) }),
    fields: new Map(facts),
  };
  return stockPanel(source, options) as unknown as Panel<string, Field>;
}

function factFrom(
  where: string,
  table: DatedRows,
  name: string,
  field: StockField,
  format: TextDateFormat,
  read: NumberReader,
): StockFact {
  const place = `${where}, fields.${name}`;
  assertKnownOptions(place, field, ['column', 'knownAfter', 'knownOn', 'dateFormat', 'empty']);
  const { column, knownAfter, knownOn, dateFormat = format, empty = 'missing' } = field;
  assertName(place, 'column', column);
  assertOneOf(place, 'empty', empty, ['missing', 'no news']);
  const values = longNumbers(where, table, column, read);
  if (knownOn === undefined) return { values, known: knownDay(place, knownAfter), empty };
  if (knownAfter !== undefined) {
    const what = `${place}: found both "knownAfter" and "knownOn". Give one of them.`;
    throw new InputError('option.range', what, { where: place, option: 'knownOn' });
  }
  assertName(place, 'knownOn', knownOn);
  const { rows, unit } = table;
  const position = columnOf(where, table, knownOn);
  const day = dayReader(dateFormat);
  const known = Int32Array.from(rows, ({ line, cells }) => {
    const text = cells[position]!;
    return text === '' ? NO_DAY : day(text, { where, line, column: knownOn, unit });
  });
  return { values, known, empty };
}
