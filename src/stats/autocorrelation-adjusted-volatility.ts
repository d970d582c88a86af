import { assertNumber } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { autocorrelations } from './autocorrelation.js';
import { checkOptions } from './check-options.js';
import { observed } from './observed.js';
import { deviationOf } from './rounding.js';

/** Lags that count unless told: all of monthly returns. */
const LAGS = 11;

/** Options of {@link autocorrelationAdjustedVolatility}. */
export interface AutocorrelationAdjustedVolatilityOptions {
  /** The longest lag that counts, from 0 to P − 1 for P periods per year; later ones are taken for 0. 11 when absent, P − 1 where that is less. */
  readonly lags?: number | undefined;
}

/**
 * Volatility per year when returns depend on those before: sd × √(P + 2 Σₖ (P − k) ρₖ), k from 1 to P − 1, a fraction.
 *
 * The standard deviation of the sum of P returns, where the root of time (`volatility`) supposes ρ = 0. sd has divisor n − 1, P is the number of
 * periods per year, ρₖ the `autocorrelation`. Smoothed returns have more yearly volatility than √P shows. The sum runs over the first 11 lags: all
 * that monthly and coarser returns have, as Lo (2002) takes them from months to years. Of daily returns the 251 lags of a year would add the errors of 251
 * estimates, each with a standard error of 1/√n, to a few that say something; give `lags` to take more.
 *
 * *Undefined (NaN):* where `autocorrelation` is, for one of the lags; where the sum under the root is negative, which estimates of many
 * lags allow. With no lags (or one period per year) it is `volatility`.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range` (more lags than P − 1).
 * @see Lo, A. W. (2002), "The Statistics of Sharpe Ratios", Financial Analysts Journal 58(4), 36–52, on time aggregation.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.01, 0.02, 0.03, 0.04] } });
 * console.log(autocorrelationAdjustedVolatility(returns('A'), { lags: 1 }).toFixed(4), volatility(returns('A')).toFixed(4)); // 0.0303 0.0258
 */
export function autocorrelationAdjustedVolatility(
  series: ReturnSeries,
  options: AutocorrelationAdjustedVolatilityOptions = {},
): number {
  const where = 'autocorrelationAdjustedVolatility';
  checkOptions(where, options, ['lags']);
  const deviation = deviationOf(observed(series, where));
  const periods = series.calendar.periodsPerYear;
  const { lags = Math.min(LAGS, periods - 1) } = options;
  assertNumber(where, 'lags', lags, { min: 0, max: periods - 1, integer: true });
  const at = autocorrelations(series, 1, lags, where);
  let variance = periods;
  for (let lag = 1; lag <= lags; lag++) variance += 2 * (periods - lag) * at[lag - 1]!;
  return deviation * Math.sqrt(variance);
}
