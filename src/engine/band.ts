import type { DriftSchedule } from '../time/index.js';
import type { Aim } from './aim.js';

/** Half width of each asset's band around the wish. */
function bandWidths(wish: Float64Array, { band, relative }: DriftSchedule): Float64Array {
  // A target of 0 has no relative width, whatever the number: Infinity × 0 would be NaN.
  return wish.map((weight) => Math.min(band, relative === Infinity ? Infinity : relative * Math.abs(weight)));
}

/** Whether some weight lies outside its band. */
export function isOutside(wish: Float64Array, drifted: Float64Array, schedule: DriftSchedule): boolean {
  const widths = bandWidths(wish, schedule);
  return wish.some((weight, member) => Math.abs(drifted[member]! - weight) > widths[member]!);
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
    if (distance > widths[member]!) share = Math.max(share, 1 - widths[member]! / distance);
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
    if (Math.abs(offset) <= widths[member]! && !still.includes(member)) {
      free.push(member);
      return;
    }
    const outside = Math.abs(offset) > widths[member]!;
    moved[member] = outside && to === 'edge' ? weight + Math.sign(offset) * widths[member]! : weight;
    open -= moved[member];
  });
  const held = (factor: number): number => {
    let sum = 0;
    for (const member of free) {
      const low = wish[member]! - widths[member]!;
      const high = wish[member]! + widths[member]!;
      moved[member] = Math.min(high, Math.max(low, drifted[member]! * factor));
      sum += moved[member];
    }
    return sum;
  };
  held(scaleFor(open, free, wish, drifted, widths, held));
  return moved;
}

/** The factor for which the held sum is `open`: the sum is piecewise linear and never falls for weights above 0, with kinks where an asset meets its band. */
function scaleFor(
  open: number,
  free: readonly number[],
  wish: Float64Array,
  drifted: Float64Array,
  widths: Float64Array,
  held: (factor: number) => number,
): number {
  const kinks = free
    .flatMap((member) =>
      drifted[member] === 0
        ? []
        : [(wish[member]! - widths[member]!) / drifted[member]!, (wish[member]! + widths[member]!) / drifted[member]!],
    )
    .filter((kink) => kink > 0 && Number.isFinite(kink))
    .sort((a, b) => a - b);
  const points = [0, ...kinks, (kinks.at(-1) ?? 0) + 1];
  let best = 1;
  let distance = Math.abs(held(1) - open);
  for (let index = 0; index < points.length - 1; index++) {
    const [left, right] = [points[index]!, points[index + 1]!];
    const [low, high] = [held(left), held(right)];
    const inside = high !== low && (open - low) * (open - high) <= 0;
    const factor = inside
      ? left + ((open - low) / (high - low)) * (right - left)
      : Math.abs(low - open) < Math.abs(high - open)
        ? left
        : right;
    const gap = Math.abs(held(factor) - open);
    if (gap < distance) [best, distance] = [factor, gap];
  }
  return best;
}
