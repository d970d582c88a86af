import { assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import type { IsoDate } from '../time/index.js';

/** The return of one period with its date. */
export interface DatedReturn {
  /** The last day of the period. */
  readonly date: IsoDate;
  /** A fraction. */
  readonly value: number;
}

/**
 * The period with the highest return, the earliest of equals; null where there is no return.
 *
 * Of the series' own periods: the best day of daily returns, the best month of monthly ones. A partial row is one. Holes are skipped.
 *
 * @returns frozen.
 * @throws InputError `series.invalid`.
 * @see CFA Institute, Global Investment Performance Standards (2020), on returns of periods.
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03'], returns: { A: [0.01, 0.05, -0.02] } });
 * console.log(bestPeriod(returns('A'))); // { date: '2024-02-29', value: 0.05 }
 */
export function bestPeriod(series: ReturnSeries): DatedReturn | null {
  return extremePeriod(series, 1, 'bestPeriod');
}

/** The period with the largest return (`side` 1) or the smallest (−1). */
export function extremePeriod(series: ReturnSeries, side: 1 | -1, where: string): DatedReturn | null {
  assertReturnSeries(where, 'the series', series);
  const { values } = series;
  let [row, most] = [-1, -Infinity];
  for (let other = 0; other < values.length; other++) {
    if (!(side * values[other]! > most)) continue;
    row = other;
    most = side * values[other]!;
  }
  if (row < 0) return null;
  return Object.freeze({ date: series.calendar.date(row), value: values[row]! });
}
