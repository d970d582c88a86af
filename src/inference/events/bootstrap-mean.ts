import type { Random } from '../../core/index.js';
import { mean } from '../../stats/index.js';

/** A percentile interval of the mean over resampled events. */
export interface BootstrapMean {
  readonly low: number;
  readonly high: number;
  /** Whether every possible resample was counted rather than some drawn. */
  readonly exact: boolean;
  /** How many resamples: all different ones when exact. */
  readonly resamples: number;
}

/** The most events whose resamples are all counted: C(19, 10) = 92,378 different ones of ten. */
const MOST = 10;

/**
 * Resamples events with replacement, all of them where there are ten or fewer: each multiset of n of the n values with its probability
 * n!/(c₁!…cₙ!)/nⁿ. An end is the smallest mean with at least that much probability up to it.
 */
export function bootstrapMean(
  values: readonly number[],
  level: number,
  resamples: number,
  random: Random,
): BootstrapMean {
  const n = values.length;
  const exact = n <= MOST;
  const all = exact ? everyResample(values) : drawn(values, resamples, random);
  all.sort((a, b) => a.mean - b.mean);
  const tail = (1 - level) / 2;
  const ends = { low: endOf(all, tail), high: endOf(all, 1 - tail) };
  return n < 2 ? { low: NaN, high: NaN, exact, resamples: n } : { ...ends, exact, resamples: all.length };
}

interface Resample {
  readonly mean: number;
  readonly probability: number;
}

function endOf(sorted: readonly Resample[], probability: number): number {
  let reached = 0;
  for (const one of sorted) {
    reached += one.probability;
    if (reached >= probability - 1e-12) return one.mean;
  }
  return sorted.at(-1)?.mean ?? NaN;
}

function drawn(values: readonly number[], resamples: number, random: Random): Resample[] {
  const probability = 1 / resamples;
  return Array.from({ length: resamples }, () => ({
    mean: mean(values.map(() => values[random.integer(values.length)]!)),
    probability,
  }));
}

function everyResample(values: readonly number[]): Resample[] {
  const n = values.length;
  const found: Resample[] = [];
  // `weight` is left!/(c₁!…) of the choices made so far, divided by n as often as a value was chosen.
  const choose = (index: number, left: number, total: number, probability: number): void => {
    if (index === n - 1) {
      for (let time = 1; time <= left; time++) probability /= n;
      found.push({ mean: (total + left * values[index]!) / n, probability });
      return;
    }
    let weight = probability;
    for (let count = 0; count <= left; count++) {
      choose(index + 1, left - count, total + count * values[index]!, weight);
      weight *= (left - count) / ((count + 1) * n);
    }
  };
  if (n > 0) choose(0, n, 0, 1);
  return found;
}
