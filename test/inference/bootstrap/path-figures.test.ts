import { describe, expect, it } from 'vitest';
import { chainBlocks, CHAINED } from '../../../src/inference/bootstrap/chain-blocks.js';
import { pathMaker, writeFigures } from '../../../src/inference/bootstrap/path-figures.js';
import { pathTables } from '../../../src/inference/bootstrap/path-tables.js';

const figures = (returns: readonly number[], centre: number, blocks: readonly (readonly [number, number])[]) => {
  const values = Float64Array.from(returns);
  const found = { wealth: 0, deepest: 0, mean: 0, deviation: 0 };
  // A room that held more blocks before: what lies behind those of this path does not count.
  const starts = Int32Array.of(...blocks.map(([start]) => start), 0);
  const lengths = Int32Array.of(...blocks.map(([, length]) => length), 1);
  const rows = blocks.reduce((sum, [, length]) => sum + length, 0);
  const maker = pathMaker(values, pathTables(values, Math.min(3, values.length), centre));
  writeFigures(maker, starts, lengths, blocks.length, rows, found);
  return found;
};

describe('block tables', () => {
  it('hold running squares of the distances from the mean, over the end into the beginning', () => {
    const { sums, squares } = pathTables(Float64Array.of(1, -1, 3), 2, 1);
    // Distances 0, −2, 2, and again 0, −2.
    expect([...sums].slice(0, 6)).toEqual([0, 0, -2, 0, 0, -2]);
    expect([...squares].slice(0, 6)).toEqual([0, 0, 4, 8, 8, 12]);
  });

  it('hold growth, highest and lowest level and deepest fall of every block: 0.5 and 2 from the second of +100 %, −50 %, +100 %', () => {
    const { blocks } = pathTables(Float64Array.of(1, -0.5, 1), 2, 0);
    expect([...blocks.subarray(0, 8)]).toEqual([2, 2, 2, 1, 1, 2, 1, 0.5]);
    expect([...blocks.subarray(8, 16)]).toEqual([0.5, 0.5, 0.5, 1, 1, 1, 0.5, 1]);
    expect([...blocks.subarray(16, 24)]).toEqual([2, 2, 2, 1, 4, 4, 2, 1]);
  });
});

describe('blocks one after the other', () => {
  it('make wealth 2, a fall to a quarter, and the sums of distances and squares', () => {
    const returns = Float64Array.of(1, -0.5, 1);
    const into = new Float64Array(CHAINED);
    // +100 %; then −50 %; then +100 %, and over the end +100 %, −50 %: levels 2, 1, 2, 4, 2.
    const [starts, lengths] = [Int32Array.of(0, 1, 2), Int32Array.of(1, 1, 3)];
    chainBlocks(pathTables(returns, 3, 0.5), starts, lengths, 3, into);
    // Distances from 0.5: ½, −1, and ½, ½, −1.
    expect([...into]).toEqual([2, 0.5, -0.5, 2.75]);
    // A fall across blocks: −50 % after −50 %.
    chainBlocks(pathTables(returns, 3, 0.5), Int32Array.of(1, 1), Int32Array.of(1, 1), 2, into);
    expect([...into]).toEqual([0.25, 0.25, -2, 2]);
  });
});

describe('figures of blocks', () => {
  it('of rows that vary much less than the data are those of the rows: 1 %, 2 %, 3 % twice, among +100 % and −50 %', () => {
    // Mean 2 %, squares 2 · (1 + 0 + 1) · 10⁻⁴, less than a thousandth of the 1.25 of all returns.
    const inside = figures([1, -0.5, 0.01, 0.02, 0.03], 0.112, [
      [2, 3],
      [2, 3],
    ]);
    expect(inside.mean).toBeCloseTo(0.02, 14);
    expect(inside.deviation).toBeCloseTo(Math.sqrt(4e-4 / 5), 14);
    const overTheEnd = figures([0.02, 1, -0.5, 0.01, 0.03], 0.112, [
      [3, 3],
      [4, 2],
    ]);
    // 0.01, 0.03, 0.02, 0.03, 0.02: mean 0.022, squares (144 + 64 + 4 + 64 + 4) · 10⁻⁶.
    expect(overTheEnd.mean).toBeCloseTo(0.022, 14);
    expect(overTheEnd.deviation).toBeCloseTo(Math.sqrt(280e-6 / 4), 14);
  });

  it('of one row have no deviation, however its return is rounded', () => {
    expect(figures([0.1, 0.7], 0.3, [[0, 1]]).deviation).toBeNaN();
    expect(figures([0.1, 0.7], 0.4, [[0, 1]]).deviation).toBeNaN();
  });

  it('know the largest magnitude of a return', () => {
    const returns = Float64Array.of(0.5, -0.75, 0.25);
    expect(pathMaker(returns, pathTables(returns, 1, 0)).largest).toBe(0.75);
  });
});
