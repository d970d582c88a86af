import { quantilesOf } from '../bootstrap/quantiles-of.js';

/** Quantiles of paths by period: entry 0 is the start, entry t the end of period t. */
export interface Fan {
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];

/** The fan of paths that are laid out period by period. */
export function fanOf(values: Float64Array, paths: number, start: number): Fan {
  const bands = SHARES.map(() => [start]);
  for (let from = 0; from < values.length; from += paths) {
    quantilesOf(values.subarray(from, from + paths), SHARES).forEach((value, index) => bands[index]!.push(value));
  }
  const [p05, p25, p50, p75, p95] = bands;
  return { p05: p05!, p25: p25!, p50: p50!, p75: p75!, p95: p95! };
}

/** The share of paths without anything, by period; 0 at the start. */
export function shareOfNothing(wealth: Float64Array, paths: number): number[] {
  const shares = [0];
  for (let from = 0; from < wealth.length; from += paths) {
    let empty = 0;
    for (let path = 0; path < paths; path++) if (wealth[from + path] === 0) empty++;
    shares.push(empty / paths);
  }
  return shares;
}
