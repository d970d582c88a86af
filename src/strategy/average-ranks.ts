/**
 * Ranks numbers from 1 (smallest) to n (largest); equal numbers share the mean of the ranks that they take up together.
 *
 * Ranks are whole or half numbers, and they always sum to n(n + 1)/2.
 */
function averageRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length).fill(0);
  let first = 0;
  while (first < order.length) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) last++;
    for (let place = first; place <= last; place++) ranks[order[place]!] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/** Ranks in which the best has n and the worst 1. */
export function ranksFrom(values: readonly number[], best: 'largest' | 'smallest'): number[] {
  const ranks = averageRanks(values);
  return best === 'largest' ? ranks : ranks.map((rank) => values.length + 1 - rank);
}
