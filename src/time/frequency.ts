import { civilDate, lastDayOfMonth, monthNumber } from './civil.js';

/** How often a calendar has a row. Declared with the data, never guessed from it. */
export type Frequency = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'annual';

/** The frequencies from fine to coarse. */
export const frequencies = Object.freeze(['daily', 'weekly', 'monthly', 'quarterly', 'annual'] as const);

/** Periods per year by convention: 252 trading days, 52 weeks, 12 months, 4 quarters, 1 year. */
export const periodsPerYear: Readonly<Record<Frequency, number>> = Object.freeze({
  daily: 252,
  weekly: 52,
  monthly: 12,
  quarterly: 4,
  annual: 1,
});

/**
 * The number of the period that a day lies in: consecutive periods have consecutive numbers (for daily calendars it is the
 * day itself). Two calendars of one frequency are matched by it, so the month that ends on Friday 2020-02-28 in one source
 * and on 2020-02-29 in another is the same month. Weeks begin on Monday.
 */
export function periodNumber(frequency: Frequency, day: number): number {
  switch (frequency) {
    case 'daily':
      return day;
    case 'weekly':
      return Math.floor((day + 3) / 7);
    case 'monthly':
      return monthNumber(day);
    case 'quarterly':
      return Math.floor(monthNumber(day) / 3);
    case 'annual':
      return civilDate(day).year;
  }
}

/** The period that a day lies in, by its last day and the last day of the period before: the days after `before` up to `last`. */
export function periodSpan(frequency: Frequency, day: number): { readonly before: number; readonly last: number } {
  if (frequency === 'daily') return { before: day - 1, last: day };
  if (frequency === 'weekly') {
    const sunday = periodNumber('weekly', day) * 7 + 3;
    return { before: sunday - 7, last: sunday };
  }
  const months = 12 / periodsPerYear[frequency];
  const first = Math.floor(monthNumber(day) / months) * months;
  return { before: lastDayOfMonth(first - 1), last: lastDayOfMonth(first + months - 1) };
}

/** One period of a frequency in words: "month", "trading day". */
export const periodName: Readonly<Record<Frequency, string>> = Object.freeze({
  daily: 'trading day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
});
