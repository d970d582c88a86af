import { chainBlocks, CHAINED } from './chain-blocks.js';
import { type PathFigures, withoutRounding } from './known-figures.js';
import type { PathTables } from './path-tables.js';

/** What makes figures of blocks: the returns, their tables, and room to write. */
export interface PathMaker {
  readonly returns: Float64Array;
  readonly tables: PathTables;
  /** The largest magnitude of a return. */
  readonly largest: number;
  readonly chained: Float64Array;
}

export const pathMaker = (returns: Float64Array, tables: PathTables): PathMaker => ({
  returns,
  tables,
  largest: returns.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0),
  chained: new Float64Array(CHAINED),
});

/** Under this share of all squares, what is left after subtraction has lost too many digits. */
const ENOUGH = 1e-3;

/** The figures of the path that some blocks make; `rows` is how many rows they have together. */
export function writeFigures(
  { returns, tables, largest, chained }: PathMaker,
  starts: Int32Array,
  lengths: Int32Array,
  count: number,
  rows: number,
  into: PathFigures,
): void {
  chainBlocks(tables, starts, lengths, count, chained);
  const sum = chained[2]!;
  const squares = chained[3]! - (sum * sum) / rows;
  const enough = squares > ENOUGH * tables.squares[returns.length]!;
  into.wealth = chained[0]!;
  into.deepest = chained[1]!;
  into.mean = tables.centre + sum / rows;
  const total = enough ? squares : squaresAround(into.mean, returns, starts, lengths, count);
  into.deviation = rows < 2 ? NaN : withoutRounding(Math.sqrt(total / (rows - 1)), largest);
}

/** Squares of the distances from the path's own mean, row by row: for paths that vary much less than the data. */
function squaresAround(
  mean: number,
  returns: Float64Array,
  starts: Int32Array,
  lengths: Int32Array,
  count: number,
): number {
  let total = 0;
  for (let block = 0; block < count; block++) {
    let row = starts[block]!;
    for (let step = lengths[block]!; step > 0; step--) {
      const distance = returns[row]! - mean;
      total += distance * distance;
      if (++row === returns.length) row = 0;
    }
  }
  return total;
}
