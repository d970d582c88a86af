import type { ReturnSeries } from '../panel/index.js';
import { observed } from './observed.js';
import { mean } from './sample-statistics.js';

/**
 * What a series earned on average, per year: P × mean(r), a fraction, P periods per year.
 *
 * Nothing is compounded, so it lies above the growth that an investor had (`cagr`) by about half the variance, on rows that are whole periods: it is the
 * numerator of ratios, no record of wealth. A partial row (half a month) counts as a whole period here, for a share of one in `cagr`. Divide by P for the mean of one period. Holes are skipped. Defined under one year. Summed with compensation, so that a large common offset costs no digits.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 3 (annualised returns: arithmetic
 *   against geometric).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [0.01, -0.02, 0.04] } });
 * console.log(arithmeticMean(returns('A')).toFixed(4)); // 0.0400
 */
export function arithmeticMean(series: ReturnSeries): number {
  return mean(observed(series, 'arithmeticMean')) * series.calendar.periodsPerYear;
}
