import { distanceFrom } from './rounding.js';
import { lostIn, type Numbers } from './sample-statistics.js';
import { shared } from './shared.js';

/** What lies below and above a target, averaged over all values: the lower and upper partial moments of degree 1 and 2. NaN of nothing. */
export interface PartialMoments {
  /** Mean of min(x − target, 0), so ≤ 0. */
  readonly below: number;
  /** Mean of max(x − target, 0). */
  readonly above: number;
  readonly belowSquared: number;
  readonly aboveSquared: number;
}

/** {@link PartialMoments}, summed with compensation in one pass; a value at the target but for rounding is at it. */
export function partialMoments(values: Numbers, target: number): PartialMoments {
  return shared('partial moments', [values, target], () => {
    const n = values.length;
    let [below, above, belowSquared, aboveSquared] = [0, 0, 0, 0];
    let [lostBelow, lostAbove, lostBelowSquared, lostAboveSquared] = [0, 0, 0, 0];
    for (let row = 0; row < n; row++) {
      const distance = distanceFrom(target, values[row]!);
      // Half of the sum and of the difference with its size are exact, and faster than a branch that goes either way.
      const size = Math.abs(distance);
      const under = (distance - size) / 2;
      const over = (distance + size) / 2;
      const nextBelow = below + under;
      lostBelow += lostIn(below, under, nextBelow);
      below = nextBelow;
      const nextAbove = above + over;
      lostAbove += lostIn(above, over, nextAbove);
      above = nextAbove;
      const nextBelowSquared = belowSquared + under * under;
      lostBelowSquared += lostIn(belowSquared, under * under, nextBelowSquared);
      belowSquared = nextBelowSquared;
      const nextAboveSquared = aboveSquared + over * over;
      lostAboveSquared += lostIn(aboveSquared, over * over, nextAboveSquared);
      aboveSquared = nextAboveSquared;
    }
    return {
      below: (below + lostBelow) / n,
      above: (above + lostAbove) / n,
      belowSquared: (belowSquared + lostBelowSquared) / n,
      aboveSquared: (aboveSquared + lostAboveSquared) / n,
    };
  });
}
