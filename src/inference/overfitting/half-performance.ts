import { ROUNDING } from '../../stats/index.js';

/** What a trial is judged by: a number from returns in order of time, the more the better. */
export type TrialPerformance = 'sharpe' | 'mean' | ((returns: Float64Array) => number);

/** The performance of one trial on any choice of its blocks. */
export type BlockPerformance = (blocks: readonly number[]) => number;

/** Prepares a trial of `size` rows a block: sums of blocks serve the mean and the Sharpe ratio, other measures see the rows themselves. */
export function blockPerformance(column: Float64Array, size: number, performance: TrialPerformance): BlockPerformance {
  if (typeof performance === 'function') {
    return (blocks) => {
      const rows = new Float64Array(blocks.length * size);
      blocks.forEach((block, place) => {
        rows.set(column.subarray(block * size, (block + 1) * size), place * size);
      });
      return performance(rows);
    };
  }
  const count = column.length / size;
  // Sums of what is left after the mean of all rows, so that squares cost no digits.
  let centre = 0;
  let scale = 1;
  for (const value of column) {
    centre += value / column.length;
    scale = Math.max(scale, Math.abs(value));
  }
  const [sums, squares] = [new Float64Array(count), new Float64Array(count)];
  column.forEach((value, row) => {
    const block = Math.floor(row / size);
    sums[block]! += value - centre;
    squares[block]! += (value - centre) ** 2;
  });
  return (blocks) => {
    let [total, square] = [0, 0];
    for (const block of blocks) {
      total += sums[block]!;
      square += squares[block]!;
    }
    const n = blocks.length * size;
    const mean = centre + total / n;
    if (performance === 'mean') return mean;
    const deviation = Math.sqrt(Math.max(0, square - (total * total) / n) / (n - 1));
    return deviation <= ROUNDING * scale ? NaN : mean / deviation;
  };
}
