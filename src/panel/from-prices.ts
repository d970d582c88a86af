import { assertKnownOptions, assertObject, InputError } from '../core/index.js';
import { assembleCalendar, type CalendarInput, makeCalendar } from '../time/index.js';
import { assetNames, metaFrom, type MetaInput, numericColumn } from './from-returns.js';
import { assemblePanel, type Panel } from './panel.js';

/** What {@link fromPrices} takes. */
export interface PricesInput<Asset extends string> extends Omit<CalendarInput, 'base'>, MetaInput {
  /** One array of prices per asset, as long as `dates`; NaN or null where there is none. */
  readonly prices: Readonly<Record<Asset, ArrayLike<number | null>>>;
}

const OPTIONS = ['frequency', 'dates', 'prices', 'kind', 'net', 'source', 'vintage'] as const;

/**
 * A panel from prices (or index levels): the return of a row is price / price of the row before − 1.
 *
 * The first date becomes the base, so there is one row fewer than dates. Prices adjusted for dividends give total returns;
 * for bare prices say `kind: 'price'`. A missing price leaves two returns missing: the one into it and the one out of it.
 *
 * @throws InputError those of the calendar; `panel.ragged`, `panel.name`, `panel.value` (a price that is not above zero).
 * @example
 * const panel = fromPrices({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03'], prices: { A: [100, 110, 99] } });
 * console.log(panel.calendar.date(-1), panel.returns('A').values[1].toFixed(2)); // 2024-01-31 -0.10
 */
export function fromPrices<Asset extends string>(input: PricesInput<Asset>): Panel<Asset> {
  const where = 'fromPrices';
  assertObject(where, 'the input', input);
  assertKnownOptions(where, input, OPTIONS);
  const dated = makeCalendar(input, where);
  if (dated.length < 2) {
    throw new InputError('calendar.empty', `${where}: found one date; a return needs two prices.`, { where });
  }
  const calendar = assembleCalendar(dated.frequency, dated.days[0]!, dated.days.slice(1));
  const assets = assetNames(where, input.prices);
  const values = new Float64Array(assets.length * calendar.length);
  assets.forEach((asset, index) => {
    const prices = numericColumn(where, asset, input.prices[asset], dated, 'dates');
    prices.forEach((price, row) => {
      if (price > 0 || Number.isNaN(price)) return;
      throw new InputError(
        'panel.value',
        `${where}: the price of "${asset}" in row ${row} (${dated.date(row)}) is ${price}; a price is above zero, or NaN where there is none.`,
        { where, asset, row, date: dated.date(row), found: price },
      );
    });
    for (let row = 0; row < calendar.length; row++) {
      const value = prices[row + 1]! / prices[row]! - 1;
      if (value === Infinity) throw tooSteep(asset, row + 1, dated.date(row + 1), prices[row]!, prices[row + 1]!);
      values[index * calendar.length + row] = value;
    }
  });
  return assemblePanel<Asset, never, never>({
    calendar,
    assets,
    values,
    metas: assets.map(() => metaFrom(input, where)),
  });
}

/** A price so near zero that what came after it is no number. */
const tooSteep = (asset: string, row: number, date: string, before: number, found: number): InputError =>
  new InputError(
    'panel.value',
    `fromPrices: the price of "${asset}" in row ${row} (${date}) is ${found} after ${before}, a growth past what a number can hold. Correct the price, or leave it out.`,
    { where: 'fromPrices', asset, row, date, found, before },
  );
