import { describeValue, InputError, nameList, suggestNames } from '../core/index.js';
import { escapeHtml, withDisplay, wrapText } from '../table/index.js';
import type { Calendar, CalendarJson, IsoDate } from '../time/index.js';
import { describeWindow } from './describe-window.js';
import type { Fact } from './fact.js';
import { holesOf, lifeOf } from './life.js';
import { type IndicatorFact, PANEL_STORE, type PanelStore } from './panel-store.js';
import { proxyNote } from './proxy-rows.js';
import { makeReturnSeries, numbersToJson, type ReturnSeries } from './return-series.js';
import type { SeriesMeta } from './series-meta.js';

/** A run of missing returns inside an asset's life. Accepted, counted and listed; holding the asset through it is an error. */
export interface Hole<Asset extends string = string> {
  readonly asset: Asset;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly rows: number;
}

/**
 * Everything that was knowable, on one calendar: returns of assets, characteristics of assets (fields) and figures about the
 * world (indicators), the latter two with the day on which they were known.
 *
 * The names are part of the type: `panel.returns('IMW')` does not compile on a `Panel<'SPY' | 'IWM'>`.
 */
export interface Panel<Asset extends string = string, Field extends string = never, Indicator extends string = never> {
  readonly calendar: Calendar;
  readonly assets: readonly Asset[];
  readonly fields: readonly Field[];
  readonly indicators: readonly Indicator[];
  /** Interior holes of all assets. */
  readonly holes: readonly Hole<Asset>[];
  /**
   * The returns of one asset on the whole calendar; NaN before its first and after its last.
   *
   * @throws InputError `asset.unknown`, naming the near names.
   */
  returns(asset: Asset): ReturnSeries;
  /** `{ calendar, returns, meta, fields, indicators, usesHindsight }`; NaN is null, facts are given per row from the base on. */
  toJSON(): PanelJson;
  /** Assets, span, fields and indicators in a few lines. */
  toString(): string;
}

/** A panel of whatever names. */
export type AnyPanel = Panel<string, string, string>;

/** A panel as plain JSON. */
export interface PanelJson {
  readonly calendar: CalendarJson;
  readonly returns: Readonly<Record<string, readonly (number | null)[]>>;
  readonly meta: Readonly<Record<string, SeriesMeta>>;
  readonly fields: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
  readonly indicators: Readonly<Record<string, readonly (number | null)[]>>;
  /** The indicators that use hindsight. */
  readonly usesHindsight: readonly string[];
}

/** What a panel is assembled from; the checks are in `fromReturns`, `addField` and `addIndicator`. */
export interface PanelParts {
  readonly calendar: Calendar;
  readonly assets: readonly string[];
  readonly values: Float64Array;
  readonly metas: readonly SeriesMeta[];
  readonly fields?: ReadonlyMap<string, readonly Fact[]>;
  readonly indicators?: ReadonlyMap<string, IndicatorFact>;
}

/** Assembles a panel from parts that are already known to be right. */
export function assemblePanel<Asset extends string, Field extends string, Indicator extends string>(
  parts: PanelParts,
): Panel<Asset, Field, Indicator> {
  const store = makeStore(parts);
  const { calendar, assets, metas } = store;
  const column = (index: number): Float64Array =>
    store.values.slice(index * calendar.length, (index + 1) * calendar.length);
  const returns = (asset: string): ReturnSeries => {
    const index = indexOfAsset(store, asset, 'panel.returns');
    // A copy each time: whoever writes into it in plain JavaScript spoils no one else's numbers.
    return makeReturnSeries(asset, calendar, column(index), metas[index]);
  };
  const holes = assets.flatMap((asset, index) => {
    const values = store.values.subarray(index * calendar.length, (index + 1) * calendar.length);
    return holesOf(values, { first: store.first[index]!, last: store.last[index]! }).map(([from, to]) =>
      Object.freeze({ asset, from: calendar.date(from), to: calendar.date(to), rows: to - from + 1 }),
    );
  });
  const panel = {
    calendar,
    assets,
    fields: Object.freeze([...store.fields.keys()]),
    indicators: Object.freeze([...store.indicators.keys()]),
    holes: Object.freeze(holes),
    returns,
    toJSON: () => panelToJson(store),
  };
  Object.defineProperty(panel, PANEL_STORE, { value: store, enumerable: false });
  const proxies = (): string[] =>
    assets.flatMap((asset) => {
      const note = proxyNote(returns(asset));
      return note === undefined ? [] : [`${asset}: ${note}`];
    });
  const text = (): string =>
    describePanel(store, metas.some(({ proxyRows }) => proxyRows !== undefined) ? proxies() : []);
  const html = (): string => `<pre>${escapeHtml(text())}</pre>`;
  return withDisplay(panel, { text, html }) as unknown as Panel<Asset, Field, Indicator>;
}

/** A panel in a few lines: what a console shows instead of thousands of numbers. */
function describePanel({ calendar, assets, fields, indicators }: PanelStore, proxies: readonly string[]): string {
  const lines = [
    `Panel of ${assets.length} asset${assets.length === 1 ? '' : 's'}, ${calendar.frequency}, ${describeWindow(calendar, { startLimitedBy: [], endLimitedBy: [] })}`,
    `Assets: ${nameList(assets)}`,
    ...(fields.size === 0 ? [] : [`Fields: ${nameList([...fields.keys()])}`]),
    ...(indicators.size === 0 ? [] : [`Indicators: ${nameList([...indicators.keys()])}`]),
    ...proxies,
  ];
  return lines.map((line) => wrapText(line)).join('\n');
}

function makeStore({
  calendar,
  assets: names,
  values,
  metas,
  fields = new Map(),
  indicators = new Map(),
}: PanelParts): PanelStore {
  // A copy: the caller may go on writing to its own list.
  const assets = Object.freeze([...names]);
  const first = new Int32Array(assets.length);
  const last = new Int32Array(assets.length);
  assets.forEach((_, index) => {
    const life = lifeOf(values.subarray(index * calendar.length, (index + 1) * calendar.length));
    first[index] = life.first;
    last[index] = life.last;
  });
  const joined = new Map<string, Float64Array>();
  const once = (key: string, make: () => Float64Array): Float64Array => {
    const known = joined.get(key);
    if (known !== undefined) return known;
    const made = make();
    joined.set(key, made);
    return made;
  };
  return {
    calendar,
    assets,
    values,
    metas,
    first,
    last,
    fields,
    indicators,
    fieldRows: (name) =>
      once(`field ${name}`, () => {
        const rows = new Float64Array(assets.length * (calendar.length + 1));
        fields.get(name)!.forEach((fact, index) => {
          rows.set(fact(calendar), index * (calendar.length + 1));
        });
        return rows;
      }),
    indicatorRows: (name) => once(`indicator ${name}`, () => indicators.get(name)!.fact(calendar)),
  };
}

/** The position of an asset, or an error that names the near ones. */
export function indexOfAsset(store: Pick<PanelStore, 'assets'>, asset: string, where: string): number {
  const index = store.assets.indexOf(asset);
  if (index >= 0) return index;
  const named: unknown = asset;
  const words =
    typeof named === 'string'
      ? `"${named}". ${suggestNames(named, store.assets)}`
      : `${describeValue(named)}. Known: ${nameList(store.assets)}.`;
  throw new InputError('asset.unknown', `${where}: unknown asset ${words}`, {
    where,
    asset,
    known: store.assets,
  });
}

function panelToJson(store: PanelStore): PanelJson {
  const { calendar, assets } = store;
  const byAsset = (rows: Float64Array, width: number): Record<string, (number | null)[]> =>
    Object.fromEntries(
      assets.map((asset, index) => [asset, numbersToJson(rows.subarray(index * width, (index + 1) * width))]),
    );
  return {
    calendar: calendar.toJSON(),
    returns: byAsset(store.values, calendar.length),
    meta: Object.fromEntries(assets.map((asset, index) => [asset, store.metas[index]!])),
    fields: Object.fromEntries(
      [...store.fields.keys()].map((name) => [name, byAsset(store.fieldRows(name), calendar.length + 1)]),
    ),
    indicators: Object.fromEntries(
      [...store.indicators.keys()].map((name) => [name, numbersToJson(store.indicatorRows(name))]),
    ),
    usesHindsight: [...store.indicators].filter(([, { usesHindsight }]) => usesHindsight).map(([name]) => name),
  };
}
