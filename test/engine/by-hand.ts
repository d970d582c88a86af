import {
  type BacktestResult,
  type CalendarSchedule,
  defineStrategy,
  everyPeriods,
  fromReturns,
  type Panel,
  type Schedule,
  type Strategy,
} from 'backtilt';
import { expect } from 'vitest';

type Column = readonly (number | null)[];

/** A yearly panel from 2020 on (base 2019-12-31), so that Δt is 1 and a fee of a year is the fee of a row; null where there is no return. */
export function years<Asset extends string>(returns: Readonly<Record<Asset, Column>>, net = false): Panel<Asset> {
  const columns: readonly Column[] = Object.values(returns);
  const dates = Array.from(columns[0]!, (_, row) => `${String(2020 + row)}-12`);
  return fromReturns<Asset>({ frequency: 'annual', dates, returns, units: 'fraction', net });
}

/** Asks for the weights of the latest day that has come, every row when no schedule is given. */
export const fromDays = <Asset extends string>(
  assets: readonly Asset[],
  answers: Readonly<Record<string, Readonly<Partial<Record<Asset, number>>>>>,
  schedule: Schedule = everyPeriods(1),
): Strategy<Asset> =>
  defineStrategy<Asset>({
    name: 'By days',
    assets,
    schedule,
    decide: (view) => Object.entries(answers).findLast(([day]) => day <= view.asOf)![1],
  });

/** Every row. */
export const everyRow: CalendarSchedule = everyPeriods(1);

/** Equal to within rounding: 1e-12 of the larger of 1 and the number itself. */
export function near(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-12): void {
  expect(Array.from(found).length, `rows of ${Array.from(found).join(' ')}`).toBe(expected.length);
  Array.from(expected).forEach((value, row) => {
    const gap = Math.abs(found[row]! - value) / Math.max(1, Math.abs(value));
    expect(gap, `entry ${row}: found ${found[row]!}, expected ${value}`).toBeLessThan(tolerance);
  });
}

/** Records of numbers with the same keys, equal to within rounding. */
export function nearWeights(
  found: Readonly<Partial<Record<string, number>>>,
  expected: Readonly<Partial<Record<string, number>>>,
): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  near(
    Object.keys(expected).map((key) => found[key]!),
    Object.keys(expected).map((key) => expected[key]!),
  );
}

/** Wealth in money at the end of each row. */
export const closings = ({ ledger }: BacktestResult): number[] => Array.from(ledger.closing);

/** The day, reason, asset and money of every purchase and sale; amounts to eight digits. */
export const tradeLines = ({ trades }: BacktestResult): [string, string, string, number][] =>
  trades.map(({ date, reason, asset, amount }) => [date, reason, asset, Number(amount.toFixed(8))]);
