import type { Random } from '../core/index.js';
import type { Life } from '../panel/index.js';
import { nextReturn } from './next-return.js';

/**
 * On which rows after `cut` an asset has a return in a made future. Whether it is listed by row `cut`, and has a return on the row after,
 * stays as it is, except that an asset that ended on the row goes on.
 */
export function madeLife(values: Float64Array, life: Life, cut: number, random: Random): (row: number) => boolean {
  const rows = values.length;
  const { first, last } = life;
  if (first < 0 || last < cut || cut + 1 >= rows) return (row) => !Number.isNaN(values[row]!);
  // An asset that ends about here has at least one return more.
  const kept = last === cut ? cut : nextReturn(values, life, cut + 1);
  const listed = first <= cut + 1;
  const start = listed ? kept + 1 : Math.min(rows - 1, cut + 2 + random.integer(Math.max(1, rows - cut - 2)));
  const goesOn = !listed || last <= cut + 1;
  const earliest = Math.min(rows - 1, goesOn ? start : kept);
  const end = random.uniform() < 0.5 ? rows - 1 : earliest + random.integer(rows - earliest);
  const pauses = Array.from({ length: rows }, () => random.uniform() < 0.1);
  return (row) => {
    if (row <= kept && listed) return !Number.isNaN(values[row]!);
    if (row < start || row > end) return false;
    return row === start || row === end || !pauses[row];
  };
}
