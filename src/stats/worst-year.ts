import type { ReturnSeries } from '../panel/index.js';
import type { AnnualReturn } from './annual-returns.js';
import { extremeYear } from './best-year.js';

/**
 * The worst complete calendar year, the earliest of equals; null where the series covers no whole year.
 *
 * @throws InputError `series.invalid`.
 * @see CFA Institute, Global Investment Performance Standards (2020), on calendar-year returns.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [-0.2, 0.25] } });
 * console.log(worstYear(returns('A'))?.year); // 2022
 */
export function worstYear(series: ReturnSeries): AnnualReturn | null {
  return extremeYear(series, -1, 'worstYear');
}
