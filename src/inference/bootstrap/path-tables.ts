/** Numbers of a block: what it does to wealth. */
export const FIELDS = 4;

/** What every block of some returns does, ready to be looked up: a resampled path is put together from blocks, not from rows. */
export interface PathTables {
  readonly longest: number;
  /**
   * For the block of `length` rows from `start`, at ((start · longest) + length − 1) · 4: its growth, the highest and the lowest level of
   * its path (after 1), and the lowest ratio of a level to the highest one before it inside the block.
   */
  readonly blocks: Float64Array;
  /** Running sums, from row 0 on and over the end into the beginning, of the distances from the mean and of their squares. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** The mean that distances are taken from. */
  readonly centre: number;
}

/** Tables of all blocks of up to `longest` rows, the last row being followed by the first. Returns are −1 or more. */
export function pathTables(returns: Float64Array, longest: number, centre: number): PathTables {
  const rows = returns.length;
  const blocks = new Float64Array(rows * longest * FIELDS);
  let place = 0;
  for (let start = 0; start < rows; start++) {
    let [growth, highest, lowest, fall] = [1, 0, Infinity, 1];
    let row = start;
    for (let length = 1; length <= longest; length++) {
      growth *= 1 + returns[row]!;
      if (++row === rows) row = 0;
      if (growth > highest) highest = growth;
      if (growth < lowest) lowest = growth;
      // Under the highest level so far; where that is 0 all is lost, which `lowest` says.
      if (growth < fall * highest) fall = growth / highest;
      blocks[place] = growth;
      blocks[place + 1] = highest;
      blocks[place + 2] = lowest;
      blocks[place + 3] = fall;
      place += FIELDS;
    }
  }
  const sums = new Float64Array(rows + longest + 1);
  const squares = new Float64Array(rows + longest + 1);
  for (let row = 0; row < rows + longest; row++) {
    const distance = returns[row < rows ? row : row - rows]! - centre;
    sums[row + 1] = sums[row]! + distance;
    squares[row + 1] = squares[row]! + distance * distance;
  }
  return { longest, blocks, sums, squares, centre };
}
