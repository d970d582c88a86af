import type { ReturnSeries } from '../panel/index.js';
import { geometricCapture } from './geometric-capture.js';

/**
 * How much of a falling benchmark a series suffered: its geometric mean return over the benchmark's own, in the periods with b < 0.
 *
 * ((Π(1 + r))^(1/n) − 1) / ((Π(1 + b))^(1/n) − 1) over the n periods in which the benchmark fell. A pure number: 0.8 is 80 %, lower is
 * better, below 0 a gain while the benchmark lost. Per period, so nothing is stretched to a year and one period is
 * enough: empyrical annualises both before it divides, which turns two days into 252 and moves every figure with the length of a year. A partial row is one period. The ratio of the totals is
 * `captureOfCumulative`, that of the means `captureOfMeans`: three numbers that may lie far apart. A benchmark return of 0 (within
 * 1e-14) is in neither market. Rows where either has no return are skipped.
 *
 * *Undefined (NaN):* no period of the market.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Morningstar, investing glossary, "Upside and Downside Capture Ratio": geometric averages of both over the up (down) months, even of a
 *   single year; Bacon, C. R. (2004), Practical Portfolio Performance Measurement and Attribution, p. 47.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0.1, -0.05, 0.1], B: [0.2, -0.1, 0.2] } });
 * console.log(downCapture(returns('A'), returns('B')).toFixed(4)); // 0.5000
 */
export function downCapture(series: ReturnSeries, benchmark: ReturnSeries): number {
  return geometricCapture(series, benchmark, 'down', 'downCapture');
}
