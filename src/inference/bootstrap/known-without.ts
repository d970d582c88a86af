import { figureOf, type PathFigures } from './known-figures.js';
import type { KnownJob } from './known-values.js';
import { type PathMaker, writeFigures } from './path-figures.js';

/**
 * The known statistics of the data without one block of `size` rows, for each of the blocks that follow each other from the first row on.
 *
 * @param years length of what is left, in years; NaN where nothing may be annualised.
 */
export function knownWithout(job: KnownJob, maker: PathMaker, size: number, years: number): Float64Array[] {
  const { plan, returns, figures, periodsPerYear } = job;
  const blocks = Math.floor(returns.length / size);
  const starts = new Int32Array(returns.length);
  const lengths = new Int32Array(returns.length);
  const found: PathFigures = { wealth: 1, deepest: 1, mean: 0, deviation: 0 };
  const values = figures.map(() => new Float64Array(blocks));
  for (let block = 0; block < blocks; block++) {
    const [end, next] = [block * size, (block + 1) * size];
    const before = addPieces(starts, lengths, 0, 0, end, plan.longest);
    const count = addPieces(starts, lengths, before, next, returns.length, plan.longest);
    writeFigures(maker, starts, lengths, count, returns.length - size, found);
    for (let index = 0; index < figures.length; index++) {
      values[index]![block] = figureOf(figures[index]!, found, periodsPerYear, years);
    }
  }
  return values;
}

/** Cuts the rows `from` to `to` (exclusive) into pieces of at most `longest`, and answers how many pieces there are then. */
function addPieces(
  starts: Int32Array,
  lengths: Int32Array,
  count: number,
  from: number,
  to: number,
  longest: number,
): number {
  let place = count;
  for (let row = from; row < to; row += longest) {
    starts[place] = row;
    lengths[place++] = Math.min(longest, to - row);
  }
  return place;
}
