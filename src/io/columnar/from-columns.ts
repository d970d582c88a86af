import type { Panel } from '../../panel/index.js';
import { type ColumnsSource, memoryTable } from './memory-table.js';
import type { Planner } from './plan.js';
import {
  pricesPlanner,
  type PricesColumnsOptions,
  returnsPlanner,
  type ReturnsColumnsOptions,
  stockPlanner,
} from './planners.js';
import { readColumns } from './read-columns.js';
import type { StockColumnsOptions } from './stock-plan.js';

/**
 * A panel of returns from columns in memory: an Arrow table (apache-arrow, taken by structure), or an object of arrays, as Arquero, Polars
 * and DuckDB give them. Wide, or long with `long: { asset, value }`.
 *
 * Dates are days, texts in the declared format, or moments at midnight; a time zone must be declared (`zone`). Null and NaN are both missing.
 * Whole numbers and decimals become the nearest double; what a double cannot hold is refused.
 *
 * @throws InputError `file.format` (no table, no rows, an unknown column, a column of another type), `file.value`, `date.format`,
 *   `date.impossible`, `panel.ragged`, `panel.units`, `calendar.duplicate` (long), and those of `fromReturns`, with row and column.
 * @see Apache Arrow columnar format, https://arrow.apache.org/docs/format/Columnar.html
 * @example
 * const columns = { day: ['2024-01-31', '2024-02-29'], SPY: Float64Array.of(0.016, 0.052), IWM: [null, 0.056] };
 * const panel = returnsFromColumns(columns, { frequency: 'monthly', units: 'fraction' });
 * console.log(panel.assets, panel.returns('IWM').values.join(' ')); // [ 'SPY', 'IWM' ] NaN 0.056
 */
export function returnsFromColumns<const Asset extends string>(
  source: ColumnsSource,
  options: ReturnsColumnsOptions<Asset>,
): Panel<Asset> {
  return fromMemory('returnsFromColumns', source, returnsPlanner(options)) as Panel<Asset>;
}

/**
 * A panel from columns of prices in memory: see {@link returnsFromColumns}. The first date is the base.
 *
 * @throws InputError those of {@link returnsFromColumns} and of `fromPrices`.
 * @example
 * const columns = { fund: ['SPY', 'SPY'], day: ['2024-01-30', '2024-01-31'], close: [50, 51] };
 * const panel = pricesFromColumns(columns, { date: 'day', long: { asset: 'fund', value: 'close' }, frequency: 'daily', adjusted: true });
 * console.log(panel.returns('SPY').values[0].toFixed(2)); // 0.02
 */
export function pricesFromColumns<const Asset extends string>(
  source: ColumnsSource,
  options: PricesColumnsOptions<Asset>,
): Panel<Asset> {
  return fromMemory('pricesFromColumns', source, pricesPlanner(options)) as Panel<Asset>;
}

/**
 * A panel from a long table of stocks in memory, one row per date and stock with its return and characteristics: see `parseStockPanel`, which
 * takes the same options, and {@link returnsFromColumns}.
 *
 * @throws InputError those of {@link returnsFromColumns} and of `parseStockPanel`.
 * @example
 * const columns = { date: ['2024-01-31', '2024-02-29'], permno: [10001, 10001], ret: [0.01, 0.02], be: [20, 21] };
 * const fields = { be: { column: 'be', knownAfter: { months: 1 } } };
 * const panel = stockPanelFromColumns(columns, { asset: 'permno', returns: 'ret', frequency: 'monthly', units: 'fraction', fields });
 * console.log(panel.assets, panel.toJSON().fields['be']); // [ '10001' ] { '10001': [ null, null, 20 ] }
 */
export function stockPanelFromColumns<const Field extends string = never>(
  source: ColumnsSource,
  options: StockColumnsOptions<Field>,
): Panel<string, Field> {
  return fromMemory('stockPanelFromColumns', source, stockPlanner(options)) as unknown as Panel<string, Field>;
}

function fromMemory<Made>(where: string, source: unknown, planner: Planner<Made>): Made {
  const table = memoryTable(where, source);
  const { wanted, make } = planner(where, table.names);
  return make(readColumns(table, wanted));
}
