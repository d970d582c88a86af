import { deviationOf, type Numbers, mean } from '../../stats/index.js';

/** What the rule of Politis and White finds in some numbers. */
export interface BlockLengthFigures {
  /** Mean block length of the stationary bootstrap. */
  readonly stationary: number;
  /** Block length of the circular (and the moving) bootstrap. */
  readonly circular: number;
  /** m̂: the first of K_n neighbouring lags without significant autocorrelation; `largestLag` less K_n and above where there are none. */
  readonly firstQuietLag: number;
  /** M: how many autocovariances are used. */
  readonly bandwidth: number;
  /** The longest length that the rule gives. */
  readonly cap: number;
}

const NONE: BlockLengthFigures = { stationary: NaN, circular: NaN, firstQuietLag: NaN, bandwidth: NaN, cap: NaN };

/** Block lengths from the autocovariances of numbers in time order. NaN under nine numbers, and where they vary by nothing but rounding. */
export function politisWhite(values: Numbers): BlockLengthFigures {
  const n = values.length;
  const quietRun = Math.max(5, Math.floor(Math.log10(n)));
  const largest = Math.ceil(Math.sqrt(n)) + quietRun;
  if (largest >= n || !(deviationOf(values) > 0)) return NONE;
  const covariance = autocovariances(values, largest);
  const band = 2 * Math.sqrt(Math.log10(n) / n) * covariance[0]!;
  const quiet = firstQuietLag(covariance, quietRun, band);
  const bandwidth = quiet === undefined ? largest : Math.min(2 * quiet, largest);
  let spectrum = covariance[0]!;
  let slope = 0;
  for (let lag = 1; lag <= bandwidth; lag++) {
    const weight = Math.min(1, 2 * (1 - lag / bandwidth));
    spectrum += 2 * weight * covariance[lag]!;
    slope += 2 * weight * lag * covariance[lag]!;
  }
  const cap = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
  const length = (divisor: number): number =>
    Math.min(cap, Math.cbrt((2 * slope ** 2) / (divisor * spectrum ** 2)) * Math.cbrt(n));
  return {
    stationary: length(2),
    circular: length(4 / 3),
    firstQuietLag: quiet ?? NaN,
    bandwidth,
    cap,
  };
}

/** γ₀ … γ_largest about the mean, all with divisor n. */
function autocovariances(values: Numbers, largest: number): Float64Array {
  const n = values.length;
  const centre = mean(values);
  const distances = Float64Array.from(values, (value) => value - centre);
  return new Float64Array(largest + 1).map((_, lag) => {
    let total = 0;
    for (let row = lag; row < n; row++) total += distances[row]! * distances[row - lag]!;
    return total / n;
  });
}

function firstQuietLag(covariance: Float64Array, run: number, band: number): number | undefined {
  for (let first = 1; first + run <= covariance.length - 1; first++) {
    if (covariance.subarray(first, first + run).every((value) => Math.abs(value) < band)) return first;
  }
  return undefined;
}
