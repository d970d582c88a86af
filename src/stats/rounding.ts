import { mean, type Numbers, sampleStandardDeviation } from './sample-statistics.js';
import { shared } from './shared.js';

/**
 * The largest difference of two returns that is rounding and nothing else.
 *
 * A return is the difference of a growth factor near 1 from 1, and a growth factor carries an error of about 2e-16; a few
 * operations make it a few times as much. What is smaller than 1e-14 of one period's wealth is taken for zero, so that a
 * series that earns exactly 1 % a period has no Sharpe ratio instead of one of 1e15.
 */
export const ROUNDING = 1e-14;

/**
 * The sample standard deviation of returns, exactly 0 where they differ by nothing but rounding. NaN under two values.
 *
 * The threshold is {@link ROUNDING}, times the largest magnitude where that exceeds 1.
 */
export function deviationOf(values: Numbers): number {
  return shared('deviation', [values], () => {
    const deviation = sampleStandardDeviation(values);
    // No value is further from the mean than the root of all squares: where that is clear, nobody need look for the largest.
    const most = 1 + Math.abs(mean(values)) + deviation * Math.sqrt(values.length);
    if (deviation > 2 * ROUNDING * most) return deviation;
    let scale = 1;
    for (let row = 0; row < values.length; row++) scale = Math.max(scale, Math.abs(values[row]!));
    return deviation <= ROUNDING * scale ? 0 : deviation;
  });
}

/**
 * How far a return lies from a target: exactly 0 where that is nothing but rounding, {@link ROUNDING}, times the return's magnitude where
 * that exceeds 1. All that looks at what falls short of a target, or exceeds it, asks here, so that a return at its target is at it everywhere.
 */
export function distanceFrom(target: number, value: number): number {
  const distance = value - target;
  const size = Math.abs(distance);
  return size <= ROUNDING || size <= ROUNDING * Math.abs(value) ? 0 : distance;
}

/** A quotient that is NaN, never ±Infinity, where the divisor is 0. */
export function ratio(numerator: number, denominator: number): number {
  return denominator === 0 ? NaN : numerator / denominator;
}
