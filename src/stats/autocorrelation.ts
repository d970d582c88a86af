import { assertNumber, type ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { checkOptions } from './check-options.js';
import { centred } from './central-moments.js';
import { observed, path } from './observed.js';
import { deviationOf } from './rounding.js';
import { lostIn } from './sample-statistics.js';

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
 * Holes are not closed up: only returns that are k rows apart make a pair, and a hole takes its pairs from the sum above, as a return at the mean
 * would. So it stays between −1 and 1, nearer to 0 the more is missing.
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
  return autocorrelations(series, lag, lag, 'autocorrelation')[0]!;
}

/** The autocorrelations of a series at lags `from` to `to`, its mean and variance computed once. */
export function autocorrelations(series: ReturnSeries, from: number, to: number, where: string): Float64Array {
  const found = new Float64Array(Math.max(0, to - from + 1));
  const seen = observed(series, where);
  if (!(deviationOf(seen) > 0)) return found.fill(NaN);
  const { distances, meanSquare } = centred(seen);
  const { values } = path(series, where);
  const whole = values.length === seen.length;
  const placed = whole ? distances : atTheirRows(values, distances);
  // By place: counting up from a lag of 2⁵³ would never reach an end.
  for (let place = 0; place < found.length; place++) {
    const lag = from + place;
    const { sum, pairs } = whole ? products(placed, lag) : pairedProducts(placed, lag);
    found[place] = pairs === 0 ? NaN : sum / seen.length / meanSquare;
  }
  return found;
}

/** A sum of products of distances, and of how many. */
interface Products {
  readonly sum: number;
  readonly pairs: number;
}

/** Rows whose products are added up before their sum joins the compensated one: a multiple of four. */
const BLOCK = 256;

/** Σ dₜ·dₜ₋ₖ, in blocks whose sums are added with compensation. */
function products(distances: Float64Array, lag: number): Products {
  const n = distances.length;
  let [sum, lost] = [0, 0];
  for (let start = lag; start < n; start += BLOCK) {
    const end = Math.min(n, start + BLOCK);
    // Four sums side by side: a processor waits for no single one of them.
    let [first, second, third, fourth] = [0, 0, 0, 0];
    let row = start;
    for (; row + 3 < end; row += 4) {
      first += distances[row]! * distances[row - lag]!;
      second += distances[row + 1]! * distances[row + 1 - lag]!;
      third += distances[row + 2]! * distances[row + 2 - lag]!;
      fourth += distances[row + 3]! * distances[row + 3 - lag]!;
    }
    for (; row < end; row++) first += distances[row]! * distances[row - lag]!;
    const block = first + second + (third + fourth);
    const next = sum + block;
    lost += lostIn(sum, block, next);
    sum = next;
  }
  return { sum: sum + lost, pairs: Math.max(0, n - lag) };
}

/** {@link products} over the pairs of which both are there. */
function pairedProducts(placed: Float64Array, lag: number): Products {
  let [sum, pairs] = [0, 0];
  for (let row = lag; row < placed.length; row++) {
    const product = placed[row]! * placed[row - lag]!;
    if (Number.isNaN(product)) continue;
    sum += product;
    pairs++;
  }
  return { sum, pairs };
}

/** Distances back in the rows of the returns they come from; NaN in the holes. */
function atTheirRows(values: ReadonlyFloat64Array, distances: Float64Array): Float64Array {
  const placed = new Float64Array(values.length);
  let next = 0;
  for (let row = 0; row < placed.length; row++) placed[row] = Number.isNaN(values[row]!) ? NaN : distances[next++]!;
  return placed;
}
