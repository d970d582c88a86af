import {
  defineStrategy,
  everyPeriods,
  fromReturns,
  type BacktestOptions,
  type Panel,
  type Schedule,
  type Strategy,
} from 'backtilt';
import fc from 'fast-check';
import { monthsFrom } from './made-panel.js';

export type Name = 'A' | 'B' | 'C';
export type Numbers = Readonly<Record<string, number>>;
export const ABC: readonly Name[] = ['A', 'B', 'C'];

/** Markets with features that every property can bear; what a property cannot, it leaves out. */
export const market = fc.integer({ min: 12, max: 36 }).chain((rows) => {
  const column = fc.array(
    fc.integer({ min: -200, max: 240 }).map((value) => value / 1000),
    { minLength: rows, maxLength: rows },
  );
  return fc.record({
    A: column,
    B: column,
    C: column,
    Bill: fc.array(
      fc.integer({ min: 0, max: 10 }).map((value) => value / 1000),
      { minLength: rows, maxLength: rows },
    ),
    // Distinct shares, so that no limit has to choose between equals.
    shares: fc.uniqueArray(fc.integer({ min: 5, max: 100 }), { minLength: 3, maxLength: 3 }),
    levered: fc.boolean(),
    bps: fc.integer({ min: 1, max: 100 }),
    solution: fc.constantFrom('linear' as const, 'selfConsistent' as const),
    fee: fc.constantFrom(0, 0.02),
    ratio: fc.constantFrom(0, 0.01),
    amount: fc.integer({ min: 0, max: 60 }),
    at: fc.constantFrom('start' as const, 'end' as const),
    lag: fc.integer({ min: 0, max: 2 }),
    every: fc.integer({ min: 1, max: 4 }),
  });
});
export type Market = typeof market extends fc.Arbitrary<infer M> ? M : never;

export const panelOf = (columns: Readonly<Record<string, readonly (number | null)[]>>): Panel =>
  fromReturns<string>({
    frequency: 'monthly',
    dates: monthsFrom('2020-01', Object.values(columns)[0]!.length),
    returns: columns,
  });

export const weightsOf = ({ shares, levered }: Market): Record<Name, number> => {
  const sum = (shares[0]! + shares[1]! + shares[2]!) / (levered ? 1.4 : 0.9);
  const [A, B, C] = shares.map((share) => share / sum) as [number, number, number];
  return levered ? { A, B, C: -C / Math.PI } : { A, B, C };
};

export const holding = (weights: Numbers, schedule: Schedule): Strategy =>
  defineStrategy({ name: 'Holding', assets: Object.keys(weights), schedule, decide: () => weights });

export const leverage = { max: 2, borrowSpread: 0.02, shortFee: 0.01 };
export const flowsOf = (m: Market, unit = 1): NonNullable<BacktestOptions['flows']> => ({
  initial: 1000 * unit,
  contributions: { amount: m.amount * unit, schedule: everyPeriods(2), at: m.at },
  withdrawals: [
    { amount: 5 * unit, schedule: everyPeriods(3), inflation: 0.03 },
    { share: 0.01, schedule: everyPeriods(5), at: 'start' },
  ],
});
export const optionsOf = (m: Market): BacktestOptions => ({
  cash: 'Bill',
  executionLag: m.lag,
  costs: { tradingBps: m.bps, solution: m.solution, portfolioFee: m.fee, expenseRatios: { A: m.ratio } },
  flows: flowsOf(m),
  rules: m.levered ? { leverage } : {},
});
export const columnsOf = ({ A, B, C, Bill }: Market): Record<Name | 'Bill', readonly number[]> => ({ A, B, C, Bill });
