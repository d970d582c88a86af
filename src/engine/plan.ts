import { InputError } from '../core/index.js';
import {
  type CommonWindow,
  commonWindow,
  type DateWindow,
  indexOfAsset,
  type PanelStore,
  rowsOf,
} from '../panel/index.js';
import type { Strategy } from '../strategy/index.js';
import type { MissingPolicy } from './rules-options.js';
import { decisionRows } from '../time/index.js';
import { suggestNames } from '../core/index.js';

/** When a run begins, decides and ends, in rows of the panel; −1 is the panel's base. */
export interface Plan {
  /** The row of the first decision: the base of the result. */
  readonly start: number;
  /** The last row of the result. */
  readonly last: number;
  readonly decisions: Int32Array;
  /** Rows of the window that had to pass before the first decision, for the lookback and for fields to be known. */
  readonly warmUp: number;
  /** Positions of the strategy's assets in the panel. */
  readonly positions: Int32Array;
  readonly assets: readonly string[];
  /** Why the run does not begin earlier or end later. */
  readonly limits: Pick<CommonWindow, 'startLimitedBy' | 'endLimitedBy'>;
}

/**
 * The plan of a run: the first decision falls on the first row, from the window's base on, where the lookback and the declared
 * fields are available; the rest follows the schedule.
 */
export function makePlan(
  store: PanelStore,
  strategy: Strategy,
  window: DateWindow,
  missing: MissingPolicy = 'error',
): Plan {
  const where = `backtest, strategy "${strategy.name}"`;
  assertDeclared(where, 'field', 'fields', strategy.fields ?? [], [...store.fields.keys()]);
  assertDeclared(where, 'indicator', 'indicators', strategy.indicators ?? [], [...store.indicators.keys()]);
  const all = strategy.assets === 'all';
  // A copy: `decide` sees this list, and what it does to it must not reach the run.
  const assets = Object.freeze([...(strategy.assets === 'all' ? store.assets : strategy.assets)]);
  const common = all
    ? { first: 0, last: store.calendar.length - 1, startLimitedBy: [], endLimitedBy: [] }
    : missing === 'error'
      ? commonWindow(store, assets, where)
      : unionWindow(store, assets, where);
  const wanted = rowsOf(store.calendar, window, 'backtest, window');
  const last = Math.min(common.last, wanted.last);
  const base = Math.max(common.first, wanted.first) - 1;
  if (base >= last) throw emptyWindow(store, where, common, window);
  const positions = Int32Array.from(assets, (asset, member) =>
    all || store.assets[member] === asset ? member : store.assets.indexOf(asset),
  );
  const lookback = strategy.lookback ?? 0;
  const warm = lookback > 0 ? Math.max(base, common.first + lookback - 1) : base;
  if (warm >= last) {
    throw new InputError(
      'strategy.lookback',
      `${where}: lookback ${lookback} needs ${lookback} rows before the first decision, but only ${last - common.first + 1} rows ` +
        `(${store.calendar.date(common.first)} to ${store.calendar.date(last)}) are there, and one more must follow. Lower "lookback" or bring more data.`,
      { lookback, rows: last - common.first + 1 },
    );
  }
  const start = firstWithFields(store, strategy, positions, warm, last, all || missing !== 'error');
  return {
    start,
    last,
    warmUp: start - base,
    decisions: decisionRows(strategy.schedule, store.calendar, start, last),
    positions,
    assets,
    limits: {
      startLimitedBy: wanted.first > common.first ? [] : common.startLimitedBy,
      endLimitedBy: wanted.last < common.last ? [] : common.endLimitedBy,
    },
  };
}

function assertDeclared(
  where: string,
  noun: 'field' | 'indicator',
  key: string,
  names: readonly string[],
  known: readonly string[],
): void {
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new InputError(
      `${noun}.unknown`,
      `${where}: "${key}" names "${name}", which the panel does not have. ${suggestNames(name, known)} Add it with add${noun === 'field' ? 'Field' : 'Indicator'}(panel, "${name}", …).`,
      { [noun]: name, known },
    );
  }
}

/** The rows on which at least one of the assets is listed. */
function unionWindow(
  store: PanelStore,
  assets: readonly string[],
  where: string,
): Pick<CommonWindow, 'first' | 'last' | 'startLimitedBy' | 'endLimitedBy'> {
  const positions = assets.map((asset) => indexOfAsset(store, asset, where));
  const first = Math.min(...positions.map((position) => store.first[position]!).filter((row) => row >= 0));
  const last = Math.max(...positions.map((position) => store.last[position]!));
  if (last < 0) throw emptyWindow(store, where, { first: 0, last: store.calendar.length - 1 }, {});
  return { first, last, startLimitedBy: [], endLimitedBy: [] };
}

/** Every field must be known for all named assets; for `'all'`, or where assets may be missing, for at least one. */
function firstWithFields(
  store: PanelStore,
  strategy: Strategy,
  positions: Int32Array,
  from: number,
  last: number,
  one: boolean,
): number {
  const columns = (strategy.fields ?? []).map((name) => store.fieldRows(name));
  const width = store.calendar.length + 1;
  const isReady = (column: Float64Array, row: number): boolean => {
    for (const position of positions) if (Number.isNaN(column[position * width + row + 1]!) !== one) return one;
    return !one;
  };
  for (let row = from; row < last; row++) if (columns.every((column) => isReady(column, row))) return row;
  throw new InputError(
    'panel.empty-window',
    `backtest, strategy "${strategy.name}": the fields ${(strategy.fields ?? []).join(', ')} are never all known between ` +
      `${store.calendar.date(from)} and ${store.calendar.date(last)}. Check the "knownOn" days of the facts.`,
  );
}

function emptyWindow(
  store: PanelStore,
  where: string,
  common: { first: number; last: number },
  window: DateWindow,
): InputError {
  return new InputError(
    'panel.empty-window',
    `${where}: no row from ${window.from ?? 'the start'} to ${window.to ?? 'the end'} on which all its assets are listed; ` +
      `they are from ${store.calendar.date(common.first)} to ${store.calendar.date(common.last)}.`,
    { ...window },
  );
}
