import type { ReturnSeries } from '../panel/index.js';
import { geometricCapture } from './geometric-capture.js';

/**
 * How much of a rising benchmark a series took part in: its annualised compounded return over the benchmark's own, in the periods with b > 0.
 *
 * (Π(1 + r)^(P/n) − 1) / (Π(1 + b)^(P/n) − 1) over the n periods in which the benchmark rose. A pure number: 1.05 is 105 %, above 1
 * is more than the benchmark, below 0 a loss while it gained. Years are n/P, by count, for picked periods have no elapsed time; a
 * partial row is one period. The ratio of the totals is `captureOfCumulative`, that of the means `captureOfMeans`: three numbers
 * that may lie far apart. A benchmark return of 0 (within 1e-14) is in neither market. Rows where either has no return are skipped.
 *
 * *Undefined (NaN):* less than a year of such periods (12 months, 252 days): nothing shorter is annualised.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Bacon, C. R. (2004), Practical Portfolio Performance Measurement and Attribution, p. 47 (up and down capture).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0.1, -0.05, 0.1], B: [0.2, -0.1, 0.2] } });
 * console.log(upCapture(returns('A'), returns('B')).toFixed(4)); // 0.5000
 */
export function upCapture(series: ReturnSeries, benchmark: ReturnSeries): number {
  return geometricCapture(series, benchmark, 'up', 'upCapture');
}
