import { FIELDS, type PathTables } from './path-tables.js';

/** Where {@link chainBlocks} writes: final wealth, the lowest ratio of wealth to its peak, the sums of distances and of squares. */
export const CHAINED = 4;

/**
 * The path that some blocks make when they follow each other, block by block instead of row by row.
 *
 * Inside a block the fall from the peak is the deeper of two: from the highest level inside it (looked up), and from the peak before it to
 * the lowest level inside it. For levels of 0 or more, min over x / max(a, b) is min(min x / a, min x / b).
 *
 * The larger of a and b is written ½(a + b + |a − b|): whether there is a new peak cannot be foreseen, and a processor that guesses wrong
 * loses more time than three additions take. Each costs one rounding, so the figures are those of the plain path to about 1e-16 a block.
 */
export function chainBlocks(
  { longest, blocks, sums, squares }: PathTables,
  starts: Int32Array,
  lengths: Int32Array,
  count: number,
  into: Float64Array,
): void {
  let wealth = 1;
  let peak = 1;
  let deepestInside = 1;
  let deepestAcross = 1;
  let sum = 0;
  let square = 0;
  for (let block = 0; block < count; block++) {
    const start = starts[block]!;
    const length = lengths[block]!;
    const place = (start * longest + length - 1) * FIELDS;
    const high = wealth * blocks[place + 1]!;
    const across = (wealth * blocks[place + 2]!) / peak;
    const inside = blocks[place + 3]!;
    deepestAcross = 0.5 * (deepestAcross + across - Math.abs(deepestAcross - across));
    deepestInside = 0.5 * (deepestInside + inside - Math.abs(deepestInside - inside));
    peak = 0.5 * (peak + high + Math.abs(peak - high));
    wealth *= blocks[place]!;
    sum += sums[start + length]! - sums[start]!;
    square += squares[start + length]! - squares[start]!;
  }
  into[0] = wealth;
  into[1] = deepestInside < deepestAcross ? deepestInside : deepestAcross;
  into[2] = sum;
  into[3] = square;
}
