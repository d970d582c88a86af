import { fromReturns, type Panel } from 'backtilt';
import { weekdaysFrom } from './made-panel.js';

/** Standard normal draws: xorshift32 (13, 17, 5), u = (x + ½)/2³², Box–Muller with the cosine first and the sine after it. */
function normalDraws(seed: number): () => number {
  let state = seed >>> 0;
  let waiting: number | undefined;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return (state + 0.5) / 4294967296;
  };
  return () => {
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
  const normal = normalDraws(seed);
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
