import { sum, sumAt } from '../core/index.js';
import type { DriftSchedule } from '../time/index.js';
import type { Aim } from './aim.js';
import { ROUNDING } from './rounding.js';

/** Half width of each asset's band around the wish. */
function bandWidths(wish: Float64Array, { band, relative }: DriftSchedule): Float64Array {
  return wish.map((weight) => Math.min(band ?? Infinity, relative === null ? Infinity : relative * Math.abs(weight)));
}

/** Whether some weight lies outside its band. A trade to the edge leaves it on the edge, give or take rounding. */
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

/**
 * What is outside goes to its target or edge, and the others are scaled by one factor, inside their bands, so that the sum is the wish's. Where
 * no factor reaches it, an edge is only the farthest that what is outside may lie; and where that does not help either, everything goes to the wish:
 * a band is no permission to borrow.
 */
function moveWhatDrifted(
  wish: Float64Array,
  drifted: Float64Array,
  widths: Float64Array,
  to: 'target' | 'edge',
  still: readonly number[],
): Float64Array {
  const lies = (member: number): boolean => !still.includes(member);
  const isOut = (weight: number, member: number): boolean =>
    Math.abs(drifted[member]! - weight) > widths[member]! + ROUNDING;
  const edge = (member: number): number =>
    wish[member]! + Math.sign(drifted[member]! - wish[member]!) * widths[member]!;
  const fixed = drifted.map((weight, member) =>
    lies(member) ? (to === 'target' ? wish[member]! : edge(member)) : weight,
  );
  const movable = Array.from(wish.keys()).filter(lies);
  const inside = movable.filter((member) => !isOut(wish[member]!, member));
  // A crumb does not grow.
  const from = drifted.map((weight) => (Math.abs(weight) <= ROUNDING ? 0 : weight));
  const moved = scaled(fixed, inside, wish, from, widths);
  if (reaches(moved, wish)) return moved;
  // With short positions one sum can be reached in several ways.
  if (to === 'target' || wish.some(isShort) || drifted.some(isShort)) return wish;
  const within = scaled(fixed, movable, wish, from, widths);
  return reaches(within, wish) ? within : wish;
}

const isShort = (weight: number): boolean => weight < 0;

const reaches = (weights: Float64Array, wish: Float64Array): boolean => Math.abs(sum(weights) - sum(wish)) <= 1e-9;

/** Scales the free ones of some weights by one factor inside their bands, so that all sum to the wish's sum. */
function scaled(
  moved: Float64Array,
  free: readonly number[],
  wish: Float64Array,
  drifted: Float64Array,
  widths: Float64Array,
): Float64Array {
  for (const member of free) moved[member] = 0;
  const open = sum(wish) - sum(moved);
  const held = (factor: number): number => {
    for (const member of free) {
      const low = wish[member]! - widths[member]!;
      const high = wish[member]! + widths[member]!;
      moved[member] = Math.min(high, Math.max(low, drifted[member]! * factor));
    }
    return sumAt(moved, free);
  };
  held(scaleFor(open, free, wish, drifted, widths, held));
  return moved;
}

/**
 * The smallest factor for which the held sum is `open`, or the one that comes nearest. The sum is a straight line between the factors at which
 * an asset meets an edge of its band, and after the last of them it stays what it is.
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
    .flatMap((member) => [
      (wish[member]! - widths[member]!) / drifted[member]!,
      (wish[member]! + widths[member]!) / drifted[member]!,
    ])
    .filter((kink) => kink > 0 && kink < Infinity)
    .sort((a, b) => a - b);
  const points = [0, ...kinks];
  const sums = points.map(held);
  for (let index = 1; index < points.length; index++) {
    const [low, high] = [sums[index - 1]!, sums[index]!];
    if (low === high || (low - open) * (high - open) > 0) continue;
    return points[index - 1]! + ((points[index]! - points[index - 1]!) * (open - low)) / (high - low);
  }
  const gaps = sums.map((sum) => Math.abs(sum - open));
  return points[gaps.indexOf(Math.min(...gaps))]!;
}
