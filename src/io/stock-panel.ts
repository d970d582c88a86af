import { assertName, InputError } from '../core/index.js';
import { type AnyPanel, assemblePanel, storeOf } from '../panel/index.js';
import { isoDate } from '../time/index.js';
import type { DatedColumns } from './dated-columns.js';
import { placesOf } from './long-layout.js';
import { gridColumns, type LongGrid, longGrid, type LongRows } from './long-rows.js';
import { panelFromReturns, type ReturnsDescription } from './panel-from-columns.js';
import { type StockFact, stockFacts } from './stock-facts.js';

/** A long table of stocks as numbers, one entry per row; what text, Parquet and Arrow readers all make before it becomes a panel. */
export interface StockRows extends LongRows {
  readonly returns: Float64Array;
  /** Returns of the delisting, NaN where there was none. */
  readonly delisting?: Float64Array;
  readonly fields: ReadonlyMap<string, StockFact>;
}

/**
 * A panel from a long table of stocks: its days are the calendar, its assets stand in the order of first appearance.
 *
 * A delisting return is the last one of its stock: it is compounded with the return of the same row, (1 + r)(1 + d) − 1, and stands
 * alone where there is none.
 *
 * @throws InputError `calendar.duplicate`, `panel.value` (a return after the delisting), `observation.order`, and those of `fromReturns`.
 */
export function stockPanel(source: StockRows, description: ReturnsDescription): AnyPanel {
  const { where, fields } = source;
  const grid = longGrid(source);
  const returns = withDelistings(source, grid, description.units);
  const dates = Array.from(grid.days, isoDate);
  const columns: DatedColumns = { where, dates, columns: gridColumns(grid, returns), ...placesOf(grid) };
  const store = storeOf(panelFromReturns(columns, description), where);
  const facts = Array.from(fields, ([name, fact]) => {
    assertName(where, 'fields', name);
    return [name, stockFacts(name, grid, fact)] as const;
  });
  return assemblePanel({ ...store, fields: new Map(facts) });
}

/** The returns with those of delistings in them; after its delisting a stock has no more. */
function withDelistings(source: StockRows, grid: LongGrid, units: 'fraction' | 'percent'): Float64Array {
  const { where, returns, delisting, assets, place } = source;
  if (delisting === undefined) return returns;
  const joint = returns.slice();
  const whole = units === 'percent' ? 100 : 1;
  for (let asset = 0; asset < assets.length; asset++) {
    let ended = -1;
    for (let day = 0; day < grid.days.length; day++) {
      const row = grid.rowAt[asset * grid.days.length + day]!;
      if (row < 0) continue;
      const [last, end] = [returns[row]!, delisting[row]!];
      if (ended >= 0 && !(Number.isNaN(last) && Number.isNaN(end))) {
        const date = isoDate(grid.days[day]!);
        throw new InputError(
          'panel.value',
          `${where}, ${place(row)}: "${assets[asset]!}" has a return on ${date}, after its delisting on ${isoDate(grid.days[ended]!)} (${place(grid.rowAt[asset * grid.days.length + ended]!)}). A delisting return is the last one; a name that is used again needs another one.`,
          { where, asset: assets[asset]!, row, found: date },
        );
      }
      if (Number.isNaN(end)) continue;
      ended = day;
      joint[row] = Number.isNaN(last) ? end : last + end + (last * end) / whole;
    }
  }
  return joint;
}
