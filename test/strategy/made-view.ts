import type { View } from 'backtilt';

/** The names of a {@link madeView}: S0, S1, …, S10, … */
export const stock = (index: number): string => `S${index}`;

/** One day of stocks S0, S1, … with these characteristics (null = unknown), and what the portfolio holds of them. */
export function madeView(
  characteristics: Readonly<Record<string, readonly (number | null)[]>>,
  holdings: Readonly<Record<string, number>> = {},
  assets: readonly string[] = Object.values(characteristics)[0]!.map((_, index) => stock(index)),
): View<string, string> {
  const never = (): never => {
    throw new Error('a screen reads fields only');
  };
  return {
    asOf: '2024-06-28',
    assets,
    listed: Int32Array.from(assets, (_, index) => index),
    holdings,
    field: (name) => Float64Array.from(characteristics[name]!, (value) => value ?? NaN),
    returns: never,
    totalReturn: never,
    indicator: never,
    indicatorHistory: never,
  };
}

/** Twelve stocks with ties: value in three pairs of equals, profitability in one of three. */
export const twelve = {
  value: [0.9, 0.4, 1.7, 0.4, 2.5, 0.1, 1.1, 0.9, 3.0, 0.7, 1.7, 0.2],
  profitability: [0.31, 0.12, 0.05, 0.44, -0.2, 0.27, 0.31, 0.08, 0.15, 0.22, 0.31, 0.4],
  marketCap: [120, 80, 5, 3000, 12, 900, 45, 60, 8, 15000, 30, 410],
  /** 1 is the NYSE; the others are other exchanges. */
  exchange: [1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 2, 1],
};
