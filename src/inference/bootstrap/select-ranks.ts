/**
 * Puts the numbers of some ranks into their places, nothing higher before and nothing lower after each: the part of sorting that
 * quantiles need. Ranks ascend; there is no NaN.
 *
 * @see Hoare, C. A. R. (1961), "Algorithm 65: Find", Communications of the ACM 4(7), for several ranks at once.
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): void {
  selectWithin(values, ranks, 0, ranks.length, 0, values.length - 1);
}

/** Short stretches are sorted as they are. */
const SHORT = 32;

function selectWithin(
  values: Float64Array,
  ranks: readonly number[],
  from: number,
  to: number,
  low: number,
  high: number,
): void {
  if (from >= to || low >= high) return;
  if (high - low < SHORT) {
    values.subarray(low, high + 1).sort();
    return;
  }
  const pivot = medianOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!);
  let [left, right] = [low, high];
  while (left <= right) {
    while (values[left]! < pivot) left++;
    while (values[right]! > pivot) right--;
    if (left > right) break;
    const value = values[left]!;
    values[left++] = values[right]!;
    values[right--] = value;
  }
  // Between `right` and `left` lies the pivot itself, if anything, and its rank needs nothing more.
  let lower = from;
  while (lower < to && ranks[lower]! <= right) lower++;
  selectWithin(values, ranks, from, lower, low, right);
  selectWithin(values, ranks, lower, to, left, high);
}

const medianOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
