import type { ReturnSeries } from '../panel/index.js';
import { centred } from './central-moments.js';
import { observed } from './observed.js';
import { deviationOf } from './rounding.js';

/**
 * How far returns lie from their mean on average, per period: Σ |r − mean| / n, a fraction ≥ 0.
 *
 * About the mean, not the median (the median absolute deviation is another number). Single large returns weigh less than in the standard
 * deviation. Per period, and not made yearly: the root of time does not hold for it in general. Returns that differ by nothing but rounding have 0.
 *
 * *Undefined (NaN):* fewer than two returns.
 *
 * @throws InputError `series.invalid`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4, p. 62.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.06, -0.04, 0.01, 0.01] } });
 * console.log(meanAbsoluteDeviation(returns('A')).toFixed(4)); // 0.0250
 */
export function meanAbsoluteDeviation(series: ReturnSeries): number {
  const values = observed(series, 'meanAbsoluteDeviation');
  if (values.length < 2) return NaN;
  return deviationOf(values) === 0 ? 0 : centred(values).meanAbsolute;
}
