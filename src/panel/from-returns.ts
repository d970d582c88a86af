import { assertKnownOptions, assertName, assertObject, assertOneOf, describeValue, InputError } from '../core/index.js';
import { type Calendar, type CalendarInput, type Frequency, makeCalendar } from '../time/index.js';
import { assemblePanel, type Panel } from './panel.js';
import type { ReturnKind, SeriesMeta } from './series-meta.js';

/** What the numbers handed to {@link fromReturns} or `fromPrices` are; applies to all assets. */
export interface MetaInput {
  /** 'total' when absent. */
  readonly kind?: ReturnKind;
  /** Whether fund fees are already deducted; false when absent. */
  readonly net?: boolean;
  readonly source?: string;
  readonly vintage?: string;
}

/** What {@link fromReturns} takes. */
export interface ReturnsInput<Asset extends string> extends CalendarInput, MetaInput {
  /** One array per asset, as long as `dates`; NaN or null where there is no return. */
  readonly returns: Readonly<Record<Asset, ArrayLike<number | null>>>;
  /**
   * 'fraction' (0.01 is 1 %) or 'percent'. Absent: fractions, and a return above 100 % in one period is refused because it looks
   * like percent; say 'fraction' to state that such returns are real.
   */
  readonly units?: 'fraction' | 'percent';
}

const OPTIONS = ['frequency', 'dates', 'base', 'returns', 'units', 'kind', 'net', 'source', 'vintage'] as const;

/** The largest return of one period that is believed without a word about units. */
const LARGEST: Readonly<Record<Frequency, number>> = { daily: 1, weekly: 1, monthly: 1, quarterly: 2, annual: 5 };

/**
 * A panel from returns.
 *
 * @returns a panel with the assets in the order of the record's keys.
 * @throws InputError those of the calendar; `panel.ragged` (an array longer or shorter than the dates), `panel.value` (not a
 *   number, or a loss of more than 100 %), `panel.units` (looks like percent), `panel.name`.
 * @example
 * const panel = fromReturns({
 *   frequency: 'monthly',
 *   dates: ['2024-01', '2024-02', '2024-03'],
 *   returns: { A: [0.01, 0.02, -0.01], B: [NaN, 0.03, 0.01] },
 * });
 * console.log(panel.assets.join(' '), panel.calendar.date(0), panel.returns('A').values[1]); // A B 2024-01-31 0.02
 */
export function fromReturns<Asset extends string>(input: ReturnsInput<Asset>): Panel<Asset> {
  const where = 'fromReturns';
  assertObject(where, 'the input', input);
  assertKnownOptions(where, input, OPTIONS);
  const calendar = makeCalendar(input, where);
  const { returns, units } = input;
  if (units !== undefined) assertOneOf(where, 'units', units, ['fraction', 'percent']);
  const assets = assetNames(where, returns);
  const values = new Float64Array(assets.length * calendar.length);
  assets.forEach((asset, index) => {
    const column = numericColumn(where, asset, returns[asset], calendar, 'dates');
    if (units === 'percent') for (let row = 0; row < column.length; row++) column[row]! /= 100;
    checkReturns(where, asset, column, calendar, units);
    values.set(column, index * calendar.length);
  });
  return assemblePanel<Asset, never, never>({
    calendar,
    assets,
    values,
    metas: assets.map(() => metaFrom(input, where)),
  });
}

/** The meta of a panel's series from its input. */
export function metaFrom({ kind = 'total', net = false, source, vintage }: MetaInput, where: string): SeriesMeta {
  assertOneOf(where, 'kind', kind, ['total', 'price', 'excess']);
  if (typeof net !== 'boolean') {
    const found = describeValue(net);
    throw new InputError('option.type', `${where}: "net" is ${found}; it must be true or false.`, { where, found });
  }
  return { kind, net, ...(source === undefined ? {} : { source }), ...(vintage === undefined ? {} : { vintage }) };
}

/** The names of a record of columns, checked. */
export function assetNames<Asset extends string>(where: string, record: Readonly<Record<Asset, unknown>>): Asset[] {
  assertObject(where, 'the record of columns', record);
  const names = Object.keys(record) as Asset[];
  if (names.length === 0)
    throw new InputError('panel.name', `${where}: found no asset. Give at least one named array.`, { where });
  for (const name of names) assertName(where, 'asset name', name);
  return names;
}

/** A column as numbers; null becomes NaN, anything else that is not a number is refused. */
export function numericColumn(
  where: string,
  asset: string,
  column: ArrayLike<number | null> | undefined,
  calendar: Pick<Calendar, 'length' | 'date'>,
  what: string,
): Float64Array {
  const list: unknown = column;
  if (typeof list !== 'object' || list === null || column?.length !== calendar.length) {
    const count = typeof list === 'object' && list !== null && 'length' in list ? list.length : undefined;
    const found = typeof count === 'number' ? `${count} values` : describeValue(list);
    throw new InputError(
      'panel.ragged',
      `${where}: "${asset}" has ${found}, but there are ${calendar.length} ${what}. Give one value per date; NaN where there is none.`,
      { where, asset, expected: calendar.length },
    );
  }
  return Float64Array.from({ length: column.length }, (_, row) => {
    const value = column[row];
    if (value === null) return NaN;
    if (typeof value === 'number' && Math.abs(value) !== Infinity) return value;
    throw new InputError(
      'panel.value',
      `${where}: "${asset}" in row ${row} (${calendar.date(row)}) is ${describeValue(value)}; it must be a number, or NaN or null where there is none.`,
      { where, asset, row, found: describeValue(value) },
    );
  });
}

function checkReturns(
  where: string,
  asset: string,
  column: Float64Array,
  calendar: Calendar,
  units: string | undefined,
): void {
  const limit = LARGEST[calendar.frequency];
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    const unbelievable = units === undefined && Math.abs(value) > limit;
    if (!unbelievable && !(value < -1)) continue;
    const details = { where, asset, row, date: calendar.date(row), found: value };
    const place = `${where}: "${asset}" in row ${row} (${details.date}) is ${value}`;
    if (unbelievable) {
      throw new InputError(
        'panel.units',
        `${place}, a ${calendar.frequency} return of ${(value * 100).toFixed(0)} %, which looks like percent. ` +
          "Say units: 'percent' to convert, or units: 'fraction' if it is real.",
        details,
      );
    }
    throw new InputError(
      'panel.value',
      `${place}: nothing can lose more than 100 %. Check the units and the price before.`,
      details,
    );
  }
}
