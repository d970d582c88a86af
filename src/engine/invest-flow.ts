import { sumAt } from '../core/index.js';

/**
 * The weights to which the investor's money is put, or from which it is taken: those that the assets had before it came, in proportion.
 * What lies still in a hole keeps its money, and the others share the rest.
 *
 * @param basis wealth without the flow.
 */
export function investFlow(
  holdings: Float64Array,
  drifted: Float64Array,
  still: readonly number[],
  basis: number,
): Float64Array {
  const wish = holdings.map((value) => value / basis);
  if (still.length === 0) return wish;
  const [before, now] = [sumAt(wish, still), sumAt(drifted, still)];
  const factor = before === 1 ? 1 : Math.max(0, 1 - now) / (1 - before);
  return wish.map((weight, member) => (still.includes(member) ? drifted[member]! : weight * factor));
}
