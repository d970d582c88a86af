/** How many blocks there are, 1 at least: blocks are about independent of each other, neighbouring rows are not. */
export const independentBlocks = (rows: number, blockLength: number): number =>
  Math.max(1, Math.floor(rows / blockLength));
