import type { ReturnSeries } from '../panel/index.js';
import { observed } from './observed.js';
import { deviationOf } from './rounding.js';

/**
 * How much returns vary, per year: their sample standard deviation (divisor n − 1) × √P, a fraction, P periods per year.
 *
 * The root of time supposes returns without autocorrelation. Holes are skipped; a partial row (half a month) counts as a whole period. Returns that differ by nothing but rounding
 * (1e-14 of wealth) have volatility 0. Defined under one year: nothing is compounded.
 *
 * *Undefined (NaN):* fewer than two returns.
 *
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4; Lo, A. W. (2002), "The
 *   Statistics of Sharpe Ratios", Financial Analysts Journal 58(4), on the root of time.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09'], returns: { A: [0.01, 0.02, 0.03] } });
 * console.log(volatility(returns('A')).toFixed(4)); // 0.0200
 */
export function volatility(series: ReturnSeries): number {
  return annualSpread(series, 'volatility');
}

/** Sample standard deviation × √P of a series of returns or of differences of returns. */
export function annualSpread(series: ReturnSeries, where: string): number {
  return deviationOf(observed(series, where)) * Math.sqrt(series.calendar.periodsPerYear);
}
