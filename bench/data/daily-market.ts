import { draws } from './draws.js';

/** An asset of a made market: drift and volatility a year, and how it moves with the market. */
export interface Character {
  readonly name: string;
  readonly drift: number;
  readonly volatility: number;
  readonly correlation: number;
}

/** Daily returns day by day (a row has one of each asset). */
export interface DailyReturns {
  readonly rows: number;
  readonly names: readonly string[];
  readonly returns: Float64Array;
}

/** A half-year in rows; every fifth one is twice as wild. */
const HALF_YEAR = 126;

/** Returns with one factor common to all. The first row is all zero: it is the day of the purchase. */
export function dailyMarket(seed: number, rows: number, characters: readonly Character[]): DailyReturns {
  const { normal } = draws(seed);
  const width = characters.length;
  const returns = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const market = normal();
    const wildness = Math.floor(row / HALF_YEAR) % 5 === 3 ? 2 : 1;
    for (let asset = 0; asset < width; asset++) {
      const { drift, volatility, correlation } = characters[asset]!;
      const own = normal();
      const shock = correlation * market + Math.sqrt(1 - correlation * correlation) * own;
      if (row > 0) returns[row * width + asset] = drift / 252 + ((wildness * volatility) / Math.sqrt(252)) * shock;
    }
  }
  return { rows, names: characters.map(({ name }) => name), returns };
}

/** Five assets of which portfolios are made. */
export const FIVE: readonly Character[] = [
  { name: 'SMALL', drift: 0.11, volatility: 0.22, correlation: 0.85 },
  { name: 'LARGE', drift: 0.09, volatility: 0.16, correlation: 0.95 },
  { name: 'INTL', drift: 0.08, volatility: 0.18, correlation: 0.8 },
  { name: 'BOND', drift: 0.04, volatility: 0.06, correlation: -0.2 },
  { name: 'GOLD', drift: 0.06, volatility: 0.17, correlation: 0.05 },
];

/** Many assets, no two of them alike. */
export const many = (count: number): Character[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `S${index}`,
    drift: 0.04 + 0.08 * (index / (count - 1)),
    volatility: 0.2 + 0.3 * (((index * 7) % count) / (count - 1)),
    correlation: 0.3 + 0.5 * ((index % 11) / 10),
  }));

/** A quarter of a century of trading days. */
export const DAYS = 6300;

/** Five assets over 25 years. */
export const fiveDaily = (rows = DAYS): DailyReturns => dailyMarket(20251120, rows, FIVE);

/** Five hundred assets over 25 years. */
export const manyDaily = (count = 500, rows = DAYS): DailyReturns => dailyMarket(777, rows, many(count));
