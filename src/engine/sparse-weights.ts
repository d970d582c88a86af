/** Weights of some members, ascending. */
export interface SparseWeights {
  readonly members: Int32Array;
  readonly values: Float64Array;
}

/** Weights by position among all assets. */
export function denseWeights({ members, values }: SparseWeights, assets: number): Float64Array {
  const all = new Float64Array(assets);
  for (let entry = 0; entry < members.length; entry++) all[members[entry]!] = values[entry]!;
  return all;
}

/**
 * What going from money in some members to weights of others costs, Σ rate × |change|, over the members of either in their order.
 *
 * @param count how many of `held` there are.
 * @param wealth all money, of which the costs are a share.
 */
export function sparseCost(
  held: Int32Array,
  money: Float64Array,
  count: number,
  wealth: number,
  members: Int32Array,
  wishes: Float64Array,
  rates: Float64Array,
): number {
  let [old, fresh, cost] = [0, 0, 0];
  while (old < count || fresh < members.length) {
    const a = old < count ? held[old]! : Infinity;
    const b = fresh < members.length ? members[fresh]! : Infinity;
    const drifted = a <= b ? money[old++]! / wealth : 0;
    const wish = b <= a ? wishes[fresh++]! : 0;
    cost += rates[Math.min(a, b)]! * Math.abs(wish - drifted);
  }
  return cost;
}
