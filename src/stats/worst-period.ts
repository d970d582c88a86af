import type { ReturnSeries } from '../panel/index.js';
import { type DatedReturn, extremePeriod } from './best-period.js';

/**
 * The period with the lowest return, the earliest of equals; null where there is no return.
 *
 * Of the series' own periods: the worst day of daily returns, the worst month of monthly ones. A partial row is one. Holes are skipped. It is positive
 * where the series never lost.
 *
 * @returns frozen.
 * @throws InputError `series.invalid`.
 * @see CFA Institute, Global Investment Performance Standards (2020), on returns of periods.
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03'], returns: { A: [0.01, 0.05, -0.02] } });
 * console.log(worstPeriod(returns('A'))); // { date: '2024-03-31', value: -0.02 }
 */
export function worstPeriod(series: ReturnSeries): DatedReturn | null {
  return extremePeriod(series, -1, 'worstPeriod');
}
