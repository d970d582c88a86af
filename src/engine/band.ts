import type { DriftSchedule } from '../time/index.js';
import type { Aim } from './aim.js';

/** How far beyond its band a weight may lie by rounding: a trade to the edge leaves it on the edge. */
const ROUNDING = 1e-12;

/** Half width of each asset's band around the wish. */
function bandWidths(wish: Float64Array, { band, relative }: DriftSchedule): Float64Array {
  return wish.map((weight) => Math.min(band ?? Infinity, relative === null ? Infinity : relative * Math.abs(weight)));
}

/** Whether some weight lies outside its band. */
export function isOutside(wish: Float64Array, drifted: Float64Array, schedule: DriftSchedule): boolean {
  const widths = bandWidths(wish, schedule);
  return wish.some((weight, member) => Math.abs(drifted[member]! - weight) > widths[member]! + ROUNDING);
}

/** How far a breach of a band leads: the weights to trade to. */
export function repair({ wish, still }: Aim, drifted: Float64Array, schedule: DriftSchedule): Float64Array {
  if (schedule.trade === 'all' && schedule.to === 'target') return wish;
  const widths = bandWidths(wish, schedule);
  return schedule.trade === 'all'
    ? moveUntilInside(wish, drifted, widths)
    : moveWhatDrifted(wish, drifted, widths, schedule.to, still);
}

/** Everything goes the same share of its way, the smallest that brings all inside. */
function moveUntilInside(wish: Float64Array, drifted: Float64Array, widths: Float64Array): Float64Array {
  let share = 0;
  wish.forEach((weight, member) => {
    const distance = Math.abs(drifted[member]! - weight);
    if (distance > widths[member]! + ROUNDING) share = Math.max(share, 1 - widths[member]! / distance);
  });
  return drifted.map((weight, member) => weight + share * (wish[member]! - weight));
}

/** What is outside goes to its target or edge; the others are scaled by one factor, inside their bands, so that the sum is the wish's. */
function moveWhatDrifted(
  wish: Float64Array,
  drifted: Float64Array,
  widths: Float64Array,
  to: 'target' | 'edge',
  still: readonly number[],
): Float64Array {
  const moved = new Float64Array(wish.length);
  const free: number[] = [];
  let open = wish.reduce((sum, weight) => sum + weight, 0);
  wish.forEach((weight, member) => {
    const offset = drifted[member]! - weight;
    const outside = Math.abs(offset) > widths[member]! + ROUNDING;
    if (!outside && !still.includes(member)) {
      free.push(member);
      return;
    }
    if (still.includes(member)) moved[member] = drifted[member]!;
    else moved[member] = to === 'target' ? weight : weight + Math.sign(offset) * widths[member]!;
    open -= moved[member];
  });
  const held = (factor: number): number => {
    let sum = 0;
    for (const member of free) {
      const low = wish[member]! - widths[member]!;
      const high = wish[member]! + widths[member]!;
      moved[member] = Math.min(
        high,
        Math.max(low, (Math.abs(drifted[member]!) > ROUNDING ? drifted[member]! : 0) * factor),
      );
      sum += moved[member];
    }
    return sum;
  };
  held(scaleFor(open, free, wish, drifted, widths, held));
  return moved;
}

/**
 * The smallest factor for which the held sum is `open`, or the one that comes nearest. The sum is a straight line between the factors at which
 * an asset meets an edge of its band.
 */
function scaleFor(
  open: number,
  free: readonly number[],
  wish: Float64Array,
  drifted: Float64Array,
  widths: Float64Array,
  held: (factor: number) => number,
): number {
  const kinks = free
    .filter((member) => Math.abs(drifted[member]!) > ROUNDING)
    .flatMap((member) => [
      (wish[member]! - widths[member]!) / drifted[member]!,
      (wish[member]! + widths[member]!) / drifted[member]!,
    ])
    .filter((kink) => kink > 0 && kink < Infinity)
    .sort((a, b) => a - b);
  const points = [0, ...kinks, 2 * Math.max(1, kinks.at(-1) ?? 0)];
  const sums = points.map(held);
  for (let index = 1; index < points.length; index++) {
    const [low, high] = [sums[index - 1]!, sums[index]!];
    if (low === high || (low - open) * (high - open) > 0) continue;
    return points[index - 1]! + ((points[index]! - points[index - 1]!) * (open - low)) / (high - low);
  }
  const gaps = sums.map((sum) => Math.abs(sum - open));
  return points[gaps.indexOf(Math.min(...gaps))]!;
}
