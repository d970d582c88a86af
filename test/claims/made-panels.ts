import type { ReturnSeries } from 'backtilt';

/** Months `YYYY-MM` from one to another. */
export function monthsBetween(from: string, to: string): string[] {
  return Array.from({ length: monthNumber(to) - monthNumber(from) + 1 }, (_, step) => {
    const month = monthNumber(from) + step;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

export const monthNumber = (date: string): number => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;

/** Small figures that repeat every thirteen months (or days) and sum to 0. */
export const ripple = (date: string): number =>
  ((((monthNumber(date) + Number(date.slice(8, 10) || 0)) * 7) % 13) - 6) / 2000;

/** Returns by date, for those that there are. */
export const byDate = ({ calendar, values }: ReturnSeries): Map<string, number> =>
  new Map(
    Array.from(values, (value, row) => [calendar.date(row) as string, value] as const).filter(
      ([, value]) => !Number.isNaN(value),
    ),
  );

/** Two series on the days that both have. */
export function paired(one: ReturnSeries, other: ReturnSeries): { dates: string[]; a: number[]; b: number[] } {
  const [own, others] = [byDate(one), byDate(other)];
  const dates = [...own.keys()].filter((date) => others.has(date));
  return { dates, a: dates.map((date) => own.get(date)!), b: dates.map((date) => others.get(date)!) };
}

/** Π(1 + r) − 1. */
export const compounded = (returns: readonly number[]): number =>
  returns.reduce((wealth, one) => wealth * (1 + one), 1) - 1;

export const meanOf = (figures: readonly number[]): number =>
  figures.reduce((sum, one) => sum + one, 0) / figures.length;

/** Divisor n − 1. */
export const covariance = (a: readonly number[], b: readonly number[]): number => {
  const [one, other] = [meanOf(a), meanOf(b)];
  return a.reduce((sum, value, row) => sum + (value - one) * (b[row]! - other), 0) / (a.length - 1);
};
