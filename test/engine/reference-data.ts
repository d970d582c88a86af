import { addField, fromReturns, type Panel } from 'backtilt';
import { weekdaysFrom } from './made-panel.js';

/** xorshift32 (13, 17, 5): u = (x + ½)/2³², and standard normals by Box–Muller with the cosine first and the sine after it. */
function draws(seed: number): { readonly uniform: () => number; readonly normal: () => number } {
  let state = seed >>> 0;
  let waiting: number | undefined;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return (state + 0.5) / 4294967296;
  };
  const normal = (): number => {
    if (waiting !== undefined) {
      const sine = waiting;
      waiting = undefined;
      return sine;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    waiting = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}

/** What an asset of the made market is like: drift and volatility a year, correlation with the market. */
interface Character {
  readonly drift: number;
  readonly volatility: number;
  readonly correlation: number;
}

const ROWS = 6300;

/** Returns day by day from one market factor; half of a year in every five half-years is twice as volatile. */
function madeMarket<Asset extends string>(seed: number, characters: Readonly<Record<Asset, Character>>): Panel<Asset> {
  const { normal } = draws(seed);
  const names = Object.keys(characters) as Asset[];
  const returns = Object.fromEntries(names.map((name) => [name, new Float64Array(ROWS - 1)])) as Record<
    Asset,
    Float64Array
  >;
  for (let day = 0; day < ROWS; day++) {
    const market = normal();
    const wild = Math.floor(day / 126) % 5 === 3 ? 2 : 1;
    for (const name of names) {
      const own = normal();
      const { drift, volatility, correlation } = characters[name];
      const shock = correlation * market + Math.sqrt(1 - correlation * correlation) * own;
      // The first day is the day of the purchase: it is the base and has no return.
      if (day > 0) returns[name][day - 1] = drift / 252 + ((wild * volatility) / Math.sqrt(252)) * shock;
    }
  }
  const [base, ...dates] = weekdaysFrom('2000-01-03', ROWS);
  return fromReturns<Asset>({ frequency: 'daily', base: base!, dates, returns, units: 'fraction' });
}

/** Five made assets over 6,300 weekdays from 2000-01-03 (the base) on. */
export const fiveAssets = (): Panel<'SMALL' | 'LARGE' | 'INTL' | 'BOND' | 'GOLD'> =>
  madeMarket(20251120, {
    SMALL: { drift: 0.11, volatility: 0.22, correlation: 0.85 },
    LARGE: { drift: 0.09, volatility: 0.16, correlation: 0.95 },
    INTL: { drift: 0.08, volatility: 0.18, correlation: 0.8 },
    BOND: { drift: 0.04, volatility: 0.06, correlation: -0.2 },
    GOLD: { drift: 0.06, volatility: 0.17, correlation: 0.05 },
  });

/** Five hundred made assets on the same days. */
export const fiveHundredAssets = (): Panel =>
  madeMarket(
    777,
    Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `S${index}`,
        {
          drift: 0.04 + 0.08 * (index / 499),
          volatility: 0.2 + 0.3 * (((index * 7) % 500) / 499),
          correlation: 0.3 + 0.5 * ((index % 11) / 10),
        },
      ]),
    ),
  );

const STOCKS = 3000;
const MONTHS = 600;

/**
 * Three thousand made stocks over fifty years: half are born later, most die, a third of the dead at −30 %. Each June the size of that month, and book to
 * December's size and profitability of the year before, become known.
 */
export function threeThousandStocks(): Panel<string, 'size' | 'bookToMarket' | 'profitability'> {
  const { uniform, normal } = draws(31337);
  const stocks = Array.from({ length: STOCKS }, (_, index) => {
    const [u, v] = [uniform(), uniform()];
    const birth = index % 2 === 0 ? Math.floor(u * 300) : 0;
    const death = Math.min(MONTHS, birth + 120 + Math.floor(v * 700));
    return {
      birth,
      death,
      size: Math.exp(5 + 2 * normal()),
      beta: 0.6 + 0.8 * uniform(),
      volatility: 0.07 + 0.09 * uniform(),
    };
  });
  const returns = stocks.map(() => new Float64Array(MONTHS).fill(NaN));
  const sizes = stocks.map(() => new Float64Array(MONTHS).fill(NaN));
  for (let month = 0; month < MONTHS; month++) {
    const market = 0.007 + 0.045 * normal();
    stocks.forEach(({ birth, death, size, beta, volatility }, index) => {
      let value = Math.max(beta * market + volatility * normal(), -0.95);
      if (month === death - 1 && index % 3 === 0 && death < MONTHS) value = -0.3;
      if (month < birth || month >= death) return;
      returns[index]![month] = value;
      sizes[index]![month] = month === birth ? size : sizes[index]![month - 1]! * (1 + value);
    });
  }
  const [years, june] = [MONTHS / 12, (year: number): number => 12 * year + 5];
  const facts = {
    size: stocks.map(() => [] as number[]),
    bookToMarket: stocks.map(() => [] as number[]),
    profitability: stocks.map(() => [] as number[]),
  };
  for (let year = 0; year < years; year++) {
    stocks.forEach((_, index) => {
      const [a, b] = [normal(), normal()];
      const december = sizes[index]![12 * year + 11]!;
      const known = !Number.isNaN(december);
      if (year + 1 === years) return;
      facts.size[index]!.push(sizes[index]![june(year + 1)]!);
      facts.bookToMarket[index]!.push(known ? (december * Math.exp(-0.5 + 0.6 * a)) / december : NaN);
      facts.profitability[index]!.push(known ? 0.25 + 0.2 * b : NaN);
    });
  }
  const dates = Array.from(
    { length: MONTHS },
    (_, month) => `${1970 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
  const named = <T>(columns: readonly T[]): Record<string, T> =>
    Object.fromEntries(columns.map((column, index) => [`S${index}`, column]));
  const knownOn = Array.from({ length: years - 1 }, (_, year) => `${1971 + year}-06-30`);
  const panel = fromReturns({ frequency: 'monthly', dates, returns: named(returns), units: 'fraction' });
  const sized = addField(panel, 'size', { knownOn, values: named(facts.size) });
  const valued = addField(sized, 'bookToMarket', { knownOn, values: named(facts.bookToMarket) });
  return addField(valued, 'profitability', { knownOn, values: named(facts.profitability) });
}
