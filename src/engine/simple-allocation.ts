import type { Allocation } from '../strategy/index.js';
import { isListed, type ViewSource } from './decision-view.js';
import type { Target } from './read-target.js';
import type { RuleSet } from './rule-set.js';

/** How far a sum of weights may lie above 1 by rounding. */
export const ROUNDING = 1e-9;

/** Rounding may lift a sum a hair above 1; there is no cash to borrow it from. */
export function shrink(weights: Float64Array, from: number, to: number, scale: number): true {
  for (let entry = from; entry < to; entry++) weights[entry]! *= scale;
  return true;
}

/** An allocation that needs no second look: members in order and listed, weights from 0 to 1 that sum to no more than 1, but for rounding. */
export function simpleAllocation(
  { members, weights }: Allocation,
  source: ViewSource,
  row: number,
  leverage: RuleSet['leverage'],
): Target | undefined {
  if (members.length !== weights.length) return undefined;
  const { store, positions } = source;
  const kept = new Int32Array(members.length);
  const parts = new Float64Array(members.length);
  let count = 0;
  let total = 0;
  let before = -1;
  for (let entry = 0; entry < members.length; entry++) {
    const member = members[entry]!;
    // Through an array of whole numbers and back: anything but a position in it comes back as something else.
    kept[count] = member;
    if (kept[count] !== member || member <= before || member >= positions.length) return undefined;
    const weight: unknown = weights[entry];
    if (typeof weight !== 'number' || !(weight >= 0 && weight <= 1)) return undefined;
    before = member;
    if (weight === 0) continue;
    if (!isListed(store, positions[member]!, row)) return undefined;
    parts[count++] = weight;
    total += weight;
  }
  if (total > 1 && (leverage !== null || total > 1 + ROUNDING)) return undefined;
  if (total > 1) shrink(parts, 0, count, 1 / total);
  if (count === members.length) return { members: kept, weights: parts };
  return { members: kept.slice(0, count), weights: parts.slice(0, count) };
}
