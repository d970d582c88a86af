import { assertKnownOptions, assertObject, InputError } from '../core/index.js';
import { type Calendar, parseBound, rowOnOrBefore, sliceCalendar } from '../time/index.js';
import { assemblePanel, type Panel } from './panel.js';
import { PANEL_STORE, type PanelStore, storeOf } from './panel-store.js';
import { assertReturnSeries, makeReturnSeries, type ReturnSeries } from './return-series.js';

/** A stretch of time; both ends belong to it, an absent end is open. Days as `YYYY-MM-DD`; `YYYY-MM` means the whole month. */
export interface DateWindow {
  readonly from?: string;
  readonly to?: string;
}

/**
 * The rows of a panel inside a window, with everything known at its start; or the same rows of a return series.
 *
 * The base of the new calendar is the row before the window. Facts keep their `knownOn`, so a figure known earlier is still there.
 *
 * @throws InputError `panel.invalid` (neither a panel nor a series), `date.format`, `date.impossible`, `panel.empty-window`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03'], returns: { A: [0.01, 0.02, 0.03] } });
 * const rest = slice(panel, { from: '2024-02' });
 * console.log(rest.calendar.date(-1), rest.calendar.date(0), rest.calendar.length); // 2024-01-31 2024-02-29 2
 */
export function slice<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  window: DateWindow,
): Panel<Asset, Field, Indicator>;
export function slice(series: ReturnSeries, window: DateWindow): ReturnSeries;
export function slice(given: object, window: DateWindow): unknown {
  if (isSeries(given)) {
    assertReturnSeries('slice', 'what is sliced', given);
    const { first, last } = rowsOf(given.calendar, window, 'slice');
    const calendar = sliceCalendar(given.calendar, first, last + 1);
    return makeReturnSeries(given.name, calendar, given.values.slice(first, last + 1), given.meta);
  }
  const store = storeOf(given, 'slice');
  const { first, last } = rowsOf(store.calendar, window, 'slice');
  return sliceRows(store, store.assets, first, last);
}

/** Whether it has dated values and is no panel. */
const isSeries = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && 'values' in given && 'calendar' in given && !(PANEL_STORE in given);

/** The first and last row whose days lie in a window. */
export function rowsOf(calendar: Calendar, window: DateWindow, where: string): { first: number; last: number } {
  const given: unknown = window;
  assertObject(where, 'the window', given);
  assertKnownOptions(where, window, ['from', 'to']);
  const from = window.from === undefined ? -Infinity : parseBound(window.from, 'from', `${where}, from`);
  const to = window.to === undefined ? Infinity : parseBound(window.to, 'to', `${where}, to`);
  const last = to === Infinity ? calendar.length - 1 : rowOnOrBefore(calendar, to);
  const first = from === -Infinity ? 0 : Math.max(0, rowOnOrBefore(calendar, from - 1) + 1);
  if (first <= last) return { first, last };
  throw new InputError(
    'panel.empty-window',
    `${where}: no row from ${window.from ?? 'the start'} to ${window.to ?? 'the end'}. The data run from ${calendar.date(0)} to ${calendar.date(calendar.length - 1)}.`,
    { where, ...window },
  );
}

/** Some rows of some assets as a panel of their own. */
export function sliceRows<Asset extends string, Field extends string, Indicator extends string>(
  store: PanelStore,
  assets: readonly Asset[],
  first: number,
  last: number,
): Panel<Asset, Field, Indicator> {
  const rows = last - first + 1;
  const values = new Float64Array(assets.length * rows);
  const positions = assets.map((asset) => store.assets.indexOf(asset));
  positions.forEach((position, index) => {
    const start = position * store.calendar.length;
    values.set(store.values.subarray(start + first, start + last + 1), index * rows);
  });
  return assemblePanel({
    calendar: sliceCalendar(store.calendar, first, last + 1),
    assets,
    values,
    metas: positions.map((position) => store.metas[position]!),
    fields: new Map([...store.fields].map(([name, facts]) => [name, positions.map((position) => facts[position]!)])),
    indicators: store.indicators,
  });
}
