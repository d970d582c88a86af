/** Day 10,959 after 1970-01-01 is Monday, 2000-01-03. */
const MONDAY = 10959;

/** Weekdays from 2000-01-03 on. */
export interface Weekdays {
  /** Days since 1970-01-01. */
  readonly days: Int32Array;
  readonly dates: readonly string[];
  /** 1 on the last row of a month that has a row after it. */
  readonly monthEnds: Int32Array;
  readonly quarterEnds: Int32Array;
}

/** The first weekdays from 2000-01-03 on, and where their months and quarters end. */
export function weekdays(count: number): Weekdays {
  const days = Int32Array.from({ length: count }, (_, row) => MONDAY + 7 * Math.floor(row / 5) + (row % 5));
  const dates = Array.from(days, (day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  const monthOf = (date: string): number => Number(date.slice(5, 7));
  const ends = (period: (date: string) => number): Int32Array =>
    Int32Array.from(dates, (date, row) => {
      const next = dates[row + 1];
      return next !== undefined && period(next) !== period(date) ? 1 : 0;
    });
  return {
    days,
    dates,
    monthEnds: ends(monthOf),
    quarterEnds: ends((date) => Math.ceil(monthOf(date) / 3)),
  };
}
