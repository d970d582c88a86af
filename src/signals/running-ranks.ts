/** A figure of one observation, by its index. */
export interface Figure {
  readonly index: number;
  readonly value: number;
}

/**
 * The percentile of each value among the last `window` values up to it, itself among them, once there are `enough`.
 * A missing value (NaN) is not counted and has the percentile NaN.
 */
export function runningRanks(values: Float64Array, enough: number, window = Infinity): Figure[] {
  const sorted: number[] = [];
  const counted: number[] = [];
  return Array.from(values).flatMap((value, index): Figure[] => {
    if (Number.isNaN(value)) return sorted.length < enough ? [] : [{ index, value }];
    if (sorted.length === window) sorted.splice(countBelow(sorted, counted[counted.length - window]!), 1);
    counted.push(value);
    const below = countBelow(sorted, value);
    const upTo = below + equalFrom(sorted, below, value);
    sorted.splice(upTo, 0, value);
    if (sorted.length < enough) return [];
    return [{ index, value: (below + (upTo - below) / 2) / (sorted.length - 1) }];
  });
}

/** How many of the sorted numbers are smaller, by bisection. */
function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function equalFrom(sorted: readonly number[], start: number, value: number): number {
  let count = 0;
  while (sorted[start + count] === value) count++;
  return count;
}
