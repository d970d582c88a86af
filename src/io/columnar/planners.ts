import { assertKnownOptions } from '../../core/index.js';
import type { AnyPanel, Panel } from '../../panel/index.js';
import { assertPriceColumns } from '../assert-price-columns.js';
import {
  panelFromPrices,
  panelFromReturns,
  type PricesDescription,
  pricesOptions,
  type ReturnsDescription,
  returnsOptions,
} from '../panel-from-columns.js';
import { stockOptions } from '../parse-stock-panel.js';
import type { Planner } from './plan.js';
import { type ColumnsLayout, columnsOptions, seriesPlan } from './series-plan.js';
import { type StockColumnsOptions, stockPlan } from './stock-plan.js';

/** What a table of returns in columns must be told: `frequency` and `units`, and what differs from the usual layout. */
export interface ReturnsColumnsOptions<Asset extends string = string>
  extends ColumnsLayout<Asset>, ReturnsDescription {}

/** What a table of prices in columns must be told: `frequency` and `adjusted`, and what differs from the usual layout. */
export interface PricesColumnsOptions<Asset extends string = string> extends ColumnsLayout<Asset>, PricesDescription {}

/** Plans to read returns; `more` are options that somebody else looks at. */
export const returnsPlanner =
  (options: ReturnsColumnsOptions, more: readonly string[] = []): Planner<Panel> =>
  (where, names) => {
    assertKnownOptions(where, options, [...returnsOptions, ...columnsOptions, ...more]);
    const { wanted, make } = seriesPlan(where, names, options);
    return { wanted, make: (read) => panelFromReturns(make(read), options) };
  };

/** Plans to read prices. */
export const pricesPlanner =
  (options: PricesColumnsOptions, more: readonly string[] = []): Planner<Panel> =>
  (where, names) => {
    assertKnownOptions(where, options, [...pricesOptions, ...columnsOptions, ...more]);
    assertPriceColumns(where, names, options);
    const { wanted, make } = seriesPlan(where, names, options);
    return { wanted, make: (read) => panelFromPrices(make(read), options) };
  };

/** Plans to read a long table of stocks. */
export const stockPlanner =
  (options: StockColumnsOptions, more: readonly string[] = []): Planner<AnyPanel> =>
  (where, names) => {
    assertKnownOptions(where, options, [...stockOptions.filter((name) => name !== 'delimiter'), 'zone', ...more]);
    return stockPlan(where, names, options);
  };
