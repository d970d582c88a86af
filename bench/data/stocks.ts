import { draws } from './draws.js';

export const STOCKS = 3000;
export const MONTHS = 600;
const YEARS = MONTHS / 12;

/** A made stock market. Rows are months, or years; a row has one number of each stock, NaN where there is none. */
export interface StockMarket {
  readonly returns: Float64Array;
  readonly sizes: Float64Array;
  /** Book equity of each December. */
  readonly book: Float64Array;
  /** Operating profitability of each year. */
  readonly profitability: Float64Array;
}

interface Stock {
  readonly birth: number;
  /** The first month without it. */
  readonly death: number;
  readonly size: number;
  readonly beta: number;
  readonly volatility: number;
}

/** Three thousand stocks over fifty years: every other one is born on the way, most die, a third of those at −30 %. */
export function stockMarket(): StockMarket {
  const { uniform, normal } = draws(31337);
  const stocks = Array.from({ length: STOCKS }, (_, index): Stock => {
    const [start, length] = [uniform(), uniform()];
    const birth = index % 2 === 0 ? Math.floor(start * 300) : 0;
    const death = Math.min(MONTHS, birth + 120 + Math.floor(length * 700));
    const size = Math.exp(5 + 2 * normal());
    return { birth, death, size, beta: 0.6 + 0.8 * uniform(), volatility: 0.07 + 0.09 * uniform() };
  });
  const returns = new Float64Array(STOCKS * MONTHS).fill(NaN);
  const sizes = new Float64Array(STOCKS * MONTHS).fill(NaN);
  for (let month = 0; month < MONTHS; month++) {
    const market = 0.007 + 0.045 * normal();
    stocks.forEach(({ birth, death, size, beta, volatility }, index) => {
      const drawn = Math.max(beta * market + volatility * normal(), -0.95);
      if (month < birth || month >= death) return;
      const fails = month === death - 1 && index % 3 === 0 && death < MONTHS;
      const entry = month * STOCKS + index;
      returns[entry] = fails ? -0.3 : drawn;
      sizes[entry] = month === birth ? size : sizes[entry - STOCKS]! * (1 + returns[entry]);
    });
  }
  const book = new Float64Array(STOCKS * YEARS).fill(NaN);
  const profitability = new Float64Array(STOCKS * YEARS).fill(NaN);
  for (let year = 0; year < YEARS; year++) {
    for (let stock = 0; stock < STOCKS; stock++) {
      const [one, other] = [normal(), normal()];
      const december = sizes[(12 * year + 11) * STOCKS + stock]!;
      if (Number.isNaN(december)) continue;
      book[year * STOCKS + stock] = december * Math.exp(-0.5 + 0.6 * one);
      profitability[year * STOCKS + stock] = 0.25 + 0.2 * other;
    }
  }
  return { returns, sizes, book, profitability };
}
