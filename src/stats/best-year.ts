import { assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import { type AnnualReturn, annualReturns } from './annual-returns.js';
import { firstBelow } from './no-hole.js';
import { shared } from './shared.js';

/**
 * The best complete calendar year, the earliest of equals; null where the series covers no whole year.
 *
 * @throws InputError `series.invalid`.
 * @see CFA Institute, Global Investment Performance Standards (2020), on calendar-year returns.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [-0.2, 0.25] } });
 * console.log(bestYear(returns('A'))?.year); // 2023
 */
export function bestYear(series: ReturnSeries): AnnualReturn | null {
  return extremeYear(series, 1, 'bestYear');
}

/** The complete year with the largest return (`side` 1) or the smallest (−1); none where more than everything was lost, since that year has no return. */
export function extremeYear(series: ReturnSeries, side: 1 | -1, where: string): AnnualReturn | null {
  assertReturnSeries(where, 'the series', series);
  if (firstBelow(series.values) >= 0) return null;
  const years = shared('years', [series], () => annualReturns(series)).filter(({ complete }) => complete);
  return years.reduce<AnnualReturn | null>(
    (found, year) => (found === null || side * year.return > side * found.return ? year : found),
    null,
  );
}
