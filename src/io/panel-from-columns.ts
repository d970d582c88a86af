import { assertOneOf, describeValue, InputError } from '../core/index.js';
import { assemblePanel, fromPrices, fromReturns, type MetaInput, type Panel, storeOf } from '../panel/index.js';
import { frequencies, type Frequency } from '../time/index.js';
import { assertBelievableUnits } from './assert-believable-units.js';
import { atItsPlace, type DatedColumns } from './dated-columns.js';

/** What returns from outside are; the units must be stated. */
export interface ReturnsDescription extends MetaInput {
  readonly frequency: Frequency;
  /** 'fraction' (0.01 is 1 %) or 'percent'. */
  readonly units: 'fraction' | 'percent';
  /** The day of the starting wealth; absent: one period before the first row. */
  readonly base?: string;
}

/** What prices from outside are; whether they are adjusted must be stated. */
export interface PricesDescription extends Omit<MetaInput, 'kind'> {
  readonly frequency: Frequency;
  /** Whether dividends are in the prices ("adjusted close"): true gives total returns, false price returns. */
  readonly adjusted: boolean;
}

/** The names of the describing options, for option checks. */
export const returnsOptions = ['frequency', 'units', 'base', 'kind', 'net', 'source', 'vintage'] as const;
export const pricesOptions = ['frequency', 'adjusted', 'net', 'source', 'vintage'] as const;

/** A panel from columns of returns. */
export function panelFromReturns<Asset extends string>(
  source: DatedColumns,
  { frequency, units, base, kind, net, source: publisher, vintage }: ReturnsDescription,
): Panel<Asset> {
  assertOneOf(source.where, 'frequency', frequency, frequencies);
  assertOneOf(source.where, 'units', units, ['fraction', 'percent']);
  const panel = atItsPlace(source, () =>
    fromReturns({
      frequency,
      units,
      dates: source.dates,
      returns: Object.fromEntries(source.columns),
      ...given({ base, kind, net, source: publisher, vintage }),
    }),
  );
  assertBelievableUnits(source, frequency, units);
  return inOrder(panel, [...source.columns.keys()] as Asset[], source.where);
}

/** A panel from columns of prices. */
export function panelFromPrices<Asset extends string>(
  source: DatedColumns,
  { frequency, adjusted, net, source: publisher, vintage }: PricesDescription,
): Panel<Asset> {
  assertOneOf(source.where, 'frequency', frequency, frequencies);
  assertAdjusted(source.where, adjusted);
  const panel = atItsPlace(source, () =>
    fromPrices({
      frequency,
      dates: source.dates,
      prices: Object.fromEntries(source.columns),
      kind: adjusted ? 'total' : 'price',
      ...given({ net, source: publisher, vintage }),
    }),
  );
  return inOrder(panel, [...source.columns.keys()] as Asset[], source.where);
}

function assertAdjusted(where: string, adjusted: unknown): void {
  if (typeof adjusted === 'boolean') return;
  throw new InputError(
    adjusted === undefined ? 'option.missing' : 'option.type',
    `${where}: "adjusted" is ${describeValue(adjusted)}; say true for prices adjusted for dividends (total returns), false for bare prices (price returns).`,
    { where, option: 'adjusted' },
  );
}

/** The options that were given: an absent one must stay absent. */
function given<Options extends object>(options: Options): { [Key in keyof Options]?: NonNullable<Options[Key]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Options]?: NonNullable<Options[Key]>;
  };
}

/** The assets in the order of the file: a record puts names that are whole numbers ("2330") first. */
function inOrder<Asset extends string>(panel: Panel, assets: readonly Asset[], where: string): Panel<Asset> {
  if (assets.every((asset, index) => asset === panel.assets[index])) return panel as Panel<Asset>;
  const store = storeOf(panel, where);
  const rows = panel.calendar.length;
  const position = new Map(store.assets.map((asset, index) => [asset, index]));
  const values = new Float64Array(assets.length * rows);
  const order = assets.map((asset) => position.get(asset)!);
  order.forEach((from, index) => {
    values.set(store.values.subarray(from * rows, (from + 1) * rows), index * rows);
  });
  const metas = order.map((from) => store.metas[from]!);
  return assemblePanel({ calendar: store.calendar, assets, values, metas });
}
