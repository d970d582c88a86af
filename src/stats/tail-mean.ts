import { mean, type Numbers, select } from './sample-statistics.js';

/**
 * The mean of the lowest (1 − level) share of numbers, met exactly: with (1 − level) n = 2.4 the two lowest count in full and the third
 * with 0.4; a share of one number or less is the lowest. NaN of nothing.
 */
export function tailMean(values: Numbers, level: number): number {
  const n = values.length;
  if (n === 0) return NaN;
  // Not (1 − level) × n: 1 − 0.95 is not exact in binary. A share that is whole but for rounding is whole.
  const found = Math.max(1, n - n * level);
  const share = Math.abs(found - Math.round(found)) <= 4 * Number.EPSILON * n ? Math.round(found) : found;
  const whole = Math.floor(share);
  const order = Float64Array.from(values);
  const next = whole < n ? select(order, whole) : 0;
  const lowest = order.subarray(0, whole).sort();
  const last = share === whole ? lowest[whole - 1]! : next;
  // Of equal numbers it is that number, whatever rounding makes of their sum.
  if (lowest[0] === last) return last;
  const inFull = mean(lowest);
  return share === whole ? inFull : (inFull * whole + (share - whole) * next) / share;
}
