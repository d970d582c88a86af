import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOMENTS } from '../../../src/engine/sweep/moments.js';
import { runWasm } from '../../../src/engine/sweep/wasm-fused.js';
import type { WasmKernels } from '../../../src/engine/sweep/wasm-kernels.js';
import { bothWays, firstDifference, randomGroup, wasmHere } from './wasm-groups.js';

const ranks = [1, 2, 3, 4, 5, 6, 7, 8];

describe('the kernels in WebAssembly', () => {
  it.each(ranks)('give the bits of those in JavaScript: %i columns', (rank) => {
    let [numbers, undefinedOnes] = [0, 0];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 13 }),
        fc.constantFrom(0, 0, 0.002, 0.05),
        fc.nat(),
        (rows, variants, wild, seed) => {
          const found = bothWays(randomGroup({ rank, rows, variants, wild, seed }), rank, variants);
          expect(firstDifference(found.javascript, found.wasm!)).toBeUndefined();
          numbers += found.javascript.length;
          undefinedOnes += found.javascript.filter(Number.isNaN).length;
        },
      ),
      { numRuns: 200, seed: rank },
    );
    // The inputs reached both what is a number and what is none.
    expect(numbers - undefinedOnes).toBeGreaterThan(500);
    expect(undefinedOnes).toBeGreaterThan(20);
  });

  it('work out three rows with one trade as it is done by hand', () => {
    // One asset, all of it held; bought at 1 % (0.99 left), sold back to its weight after row 1, where nothing moves but what was lost.
    const group = {
      columns: Float64Array.of(1.1, 0.55, 1.2),
      rows: 3,
      trades: Int32Array.of(1),
      shares: Float64Array.of(1, 1, 1),
      shifts: Float64Array.of(0, 0, 0),
      openings: Float64Array.of(0.99, 0.99, 0.99),
      out: new Float64Array(3 * MOMENTS),
      growth: Float64Array.of(1.1, 0.5, 1.2),
      width: 1,
      rates: Float64Array.of(0.01),
      weights: Float64Array.of(1, 1, 1),
      costAt: () => 0.01 * Math.abs(0.55 - 0.5),
    };
    const { javascript, wasm } = bothWays(group, 1, 1);
    const traded = 0.55 - 0.01 * 0.05;
    const returns = [0.99 * 1.1 - 1, traded / 1.1 - 1, 0.2];
    const expected = [
      0.99 * traded * 1.2,
      returns.reduce((sum, value) => sum + value),
      returns.reduce((sum, value) => sum + value ** 2, 0),
      // From the peak of 0.99 × 1.1 to 0.99 × traded.
      traded / 1.1,
    ];
    for (const found of [javascript, wasm!]) {
      expected.forEach((value, place) => {
        expect(found[place]).toBeCloseTo(value, 14);
      });
    }
  });

  it('know nine columns as little as those in JavaScript do', () => {
    expect(runWasm(wasmHere(), 9, randomGroup({ rank: 9, rows: 5, variants: 2, wild: 0, seed: 1 }), 2)).toBe(false);
  });
});

describe('the memory of the kernels in WebAssembly', () => {
  it('grows with a long window', () => {
    const { memory } = wasmHere();
    const rows = Math.ceil(memory.buffer.byteLength / 64) + 50_000;
    const { javascript, wasm } = bothWays(randomGroup({ rank: 8, rows, variants: 3, wild: 0, seed: 4 }), 8, 3);
    expect(firstDifference(javascript, wasm!)).toBeUndefined();
    expect(memory.buffer.byteLength).toBeGreaterThan(rows * 8 * 8);
  });

  it('is used again by the next group: 10,000 variants grow it no further than the first 500', () => {
    const { memory } = wasmHere();
    const shape = { rank: 3, rows: 300, variants: 500, wild: 0 };
    bothWays(randomGroup({ ...shape, seed: 2 }), 3, 500);
    const before = memory.buffer.byteLength;
    for (let turn = 0; turn < 20; turn++) {
      const { javascript, wasm } = bothWays(randomGroup({ ...shape, seed: 2 + 3 * turn }), 3, 500);
      expect(firstDifference(javascript, wasm!)).toBeUndefined();
    }
    expect(memory.buffer.byteLength).toBe(before);
  });

  it('leaves nothing of an earlier group in the figures of a later one', () => {
    const later = randomGroup({ rank: 2, rows: 40, variants: 5, wild: 0, seed: 6 });
    const clean = bothWays(later, 2, 5).wasm!;
    bothWays(randomGroup({ rank: 7, rows: 400, variants: 9, wild: 1, seed: 7 }), 7, 9);
    expect(firstDifference(clean, bothWays(later, 2, 5).wasm!)).toBeUndefined();
  });

  it('where it is refused, the kernel says so and writes nothing', () => {
    const wasm = wasmHere();
    const small = { buffer: new ArrayBuffer(65_536), grow: () => refused() };
    const starved = { ...wasm, memory: small } as unknown as WasmKernels;
    const group = randomGroup({ rank: 2, rows: 10_000, variants: 4, wild: 0, seed: 8 });
    expect(bothWays(group, 2, 4, starved).wasm).toBeNull();
    expect(runWasm(starved, 2, group, 4)).toBe(false);
    expect(group.out.every((value) => value === 0)).toBe(true);
  });

  it('never holds more than 64 MB: a longer window is left to JavaScript', () => {
    let asked = 0;
    const counting = { buffer: new ArrayBuffer(65_536), grow: () => ++asked };
    const wasm = { ...wasmHere(), memory: counting } as unknown as WasmKernels;
    const group = randomGroup({ rank: 1, rows: 10, variants: 2, wild: 0, seed: 9 });
    // 8 bytes an entry.
    const long = { ...group, columns: new Float64Array((64 * 1024 * 1024) / 8) };
    expect(runWasm(wasm, 1, long, 2)).toBe(false);
    expect(asked).toBe(0);
  });
});

function refused(): never {
  throw new RangeError('no memory is left');
}
