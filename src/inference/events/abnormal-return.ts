import type { EventWindow } from './event-windows.js';
import type { StudyPair } from './study-pair.js';

/** How the return after an event is held against that of the benchmark: three different numbers. */
export type AbnormalReturn = 'buyAndHold' | 'cumulative' | 'relativeWealth';

/** The measures, by name in words and with their formula. */
export const abnormalReturns: Readonly<Record<AbnormalReturn, { readonly name: string; readonly formula: string }>> = {
  buyAndHold: { name: 'buy-and-hold abnormal return', formula: 'Π(1 + r) − Π(1 + b)' },
  cumulative: { name: 'cumulative abnormal return', formula: 'Σ(r − b)' },
  relativeWealth: { name: 'relative wealth', formula: 'Π(1 + r)/Π(1 + b) − 1' },
};

/** A measure over a window, after each of its rows: the last entry is that of the whole window. */
export function abnormalPath({ own, other }: StudyPair, measure: AbnormalReturn, window: EventWindow): Float64Array {
  const path = new Float64Array(window.last - window.first + 1);
  let [wealth, level, sum] = [1, 1, 0];
  for (let row = window.first; row <= window.last; row++) {
    wealth *= 1 + own[row]!;
    level *= 1 + other[row]!;
    sum += own[row]! - other[row]!;
    path[row - window.first] = held(measure, wealth, level, sum);
  }
  return path;
}

function held(measure: AbnormalReturn, wealth: number, level: number, sum: number): number {
  if (measure === 'cumulative') return sum;
  if (measure === 'buyAndHold') return wealth - level;
  return level === 0 ? NaN : wealth / level - 1;
}

/** Figures as near as this to 0 are neither hit nor loss: chained returns differ by rounding. */
const LEVEL = 1e-12;

/** How many figures are above, at and below 0. */
export function countHits(values: readonly number[]): {
  readonly hits: number;
  readonly ties: number;
  readonly losses: number;
} {
  const hits = values.filter((value) => value > LEVEL).length;
  const losses = values.filter((value) => value < -LEVEL).length;
  return { hits, ties: values.length - hits - losses, losses };
}
