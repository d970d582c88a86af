import { assertNumber } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { checkOptions } from './check-options.js';
import { centred } from './central-moments.js';
import { observed, path } from './observed.js';
import { spread } from './rounding.js';
import { mean } from './sample-statistics.js';

/** Options of {@link autocorrelation}. */
export interface AutocorrelationOptions {
  /** How many periods apart, 1 or more; 1 when absent. */
  readonly lag?: number | undefined;
}

/**
 * How much a return says about the one `lag` periods later: ρₖ = Σ (rₜ − r̄)(rₜ₊ₖ − r̄) / Σ (rₜ − r̄)². A pure number.
 *
 * One mean and one divisor for both, so it lies between −1 and 1, and a little nearer to 0 than the correlation of the two shifted columns.
 * High values of monthly returns come from smoothed or stale prices: volatility by the root of time is then too small (see
 * `autocorrelationAdjustedVolatility`).
 *
 * Holes are not closed up: with m pairs of returns k rows apart the sum above is divided by m + k and the one below by n, which is the
 * formula where nothing is missing.
 *
 * *Undefined (NaN):* fewer than two returns; no two of them `lag` rows apart; returns that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range`.
 * @see Box, G. E. P. and Jenkins, G. M. (1976), Time Series Analysis: Forecasting and Control, rev. ed., ch. 2.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.01, 0.02, 0.03, 0.04] } });
 * console.log(autocorrelation(returns('A')).toFixed(4), autocorrelation(returns('A'), { lag: 3 }).toFixed(4)); // 0.2500 -0.4500
 */
export function autocorrelation(series: ReturnSeries, options: AutocorrelationOptions = {}): number {
  checkOptions('autocorrelation', options, ['lag']);
  const { lag = 1 } = options;
  assertNumber('autocorrelation', 'lag', lag, { min: 1, integer: true });
  return autocorrelations(series, 'autocorrelation')(lag);
}

/** The autocorrelation of a series at any lag, its mean and variance computed once. */
export function autocorrelations(series: ReturnSeries, where: string): (lag: number) => number {
  const seen = observed(series, where);
  if (!(spread(seen) > 0)) return () => NaN;
  const centres = centred(seen);
  const variance = mean(centres.map((distance) => distance * distance));
  const distances = path(series, where).values.slice();
  for (let row = 0, next = 0; row < distances.length; row++) {
    if (!Number.isNaN(distances[row]!)) distances[row] = centres[next++]!;
  }
  return (lag) => {
    let [sum, pairs] = [0, 0];
    for (let row = lag; row < distances.length; row++) {
      const product = distances[row]! * distances[row - lag]!;
      if (Number.isNaN(product)) continue;
      // Distances from the mean need no compensated sum: nothing large cancels.
      sum += product;
      pairs++;
    }
    return pairs === 0 ? NaN : sum / (pairs + lag) / variance;
  };
}
