import type { Life } from '../panel/index.js';

/**
 * The row up to which a column must keep its rows for an asset to stay listed by row `row`: the row itself, or, where the asset pauses
 * on it, the row of its next return.
 */
export function nextReturn(values: Float64Array, { first, last }: Life, row: number): number {
  let next = row;
  if (first >= 0 && first <= row && row <= last) while (Number.isNaN(values[next]!)) next++;
  return next;
}
