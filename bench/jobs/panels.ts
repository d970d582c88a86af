import type { Panel, ReturnSeries } from 'backtilt';
import { type DailyReturns, fiveDaily, manyDaily } from '../data/daily-market.js';
import { monthlyReturns } from '../data/monthly-returns.js';
import { MONTHS, type StockMarket, stockMarket, STOCKS } from '../data/stocks.js';
import { weekdays } from '../data/weekdays.js';
import type { Library } from '../run/job.js';

/** Made once and kept: only what the library makes of it is made anew. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

const five = once(fiveDaily);
const many = once(manyDaily);
const months = once(monthlyReturns);
const market = once(stockMarket);

export type Five = 'SMALL' | 'LARGE' | 'INTL' | 'BOND' | 'GOLD';
export type StockField = 'size' | 'bookToMarket' | 'profitability';

/** A panel of daily returns: row 0 of the data is the day of the purchase, and so the base. */
export function dailyPanel({ fromReturns }: Library, { rows, names, returns }: DailyReturns): Panel {
  const [base, ...dates] = weekdays(rows).dates;
  const columns = names.map((name, asset) => {
    const column = Float64Array.from(dates, (_, row) => returns[(row + 1) * names.length + asset]!);
    return [name, column] as const;
  });
  return fromReturns({
    frequency: 'daily',
    base: base!,
    dates,
    returns: Object.fromEntries(columns),
    units: 'fraction',
  });
}

export const fivePanel = (library: Library): Panel<Five> => dailyPanel(library, five()) as Panel<Five>;

export const manyPanel = (library: Library): Panel => dailyPanel(library, many());

/** Months from January 1970 on, by name. */
const monthNames = (): string[] =>
  Array.from(
    { length: MONTHS },
    (_, month) => `${1970 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );

export const monthlySeries = ({ fromReturns }: Library): ReturnSeries =>
  fromReturns({ frequency: 'monthly', dates: monthNames(), returns: { MADE: months() } }).returns('MADE');

/**
 * The stock market as a panel. At the end of each June become known: the size of that month, and of the year before the profitability, and book equity over
 * the size of December.
 */
export function stockPanel({ fromReturns, addField }: Library): Panel<string, StockField> {
  const { returns, sizes, book, profitability } = market();
  const years = Array.from({ length: MONTHS / 12 - 1 }, (_, year) => year);
  const columns = (column: (stock: number) => Float64Array): Record<string, Float64Array> =>
    Object.fromEntries(Array.from({ length: STOCKS }, (_, stock) => [`S${stock}`, column(stock)]));
  const yearly = (of: (year: number, stock: number) => number): Record<string, Float64Array> =>
    columns((stock) => Float64Array.from(years, (year) => of(year, stock)));
  const panel = fromReturns({
    frequency: 'monthly',
    dates: monthNames(),
    returns: columns((stock) => Float64Array.from({ length: MONTHS }, (_, month) => returns[month * STOCKS + stock]!)),
    units: 'fraction',
  });
  const knownOn = years.map((year) => `${1971 + year}-06-30`);
  const june = (year: number, stock: number): number => sizes[(12 * (year + 1) + 5) * STOCKS + stock]!;
  const december = (year: number, stock: number): number => sizes[(12 * year + 11) * STOCKS + stock]!;
  const ofYear =
    (column: StockMarket['book']) =>
    (year: number, stock: number): number =>
      column[year * STOCKS + stock]!;
  const bookOf = ofYear(book);
  const sized = addField(panel, 'size', { knownOn, values: yearly(june) });
  const valued = addField(sized, 'bookToMarket', {
    knownOn,
    values: yearly((year, stock) => bookOf(year, stock) / december(year, stock)),
  });
  return addField(valued, 'profitability', { knownOn, values: yearly(ofYear(profitability)) });
}
