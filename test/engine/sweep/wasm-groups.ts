import { seededRandom } from '../../../src/core/index.js';
import type { FusedInput } from '../../../src/engine/sweep/fused-input.js';
import { kernels, LANES } from '../../../src/engine/sweep/kernels/index.js';
import { MOMENTS } from '../../../src/engine/sweep/moments.js';
import { runWasm } from '../../../src/engine/sweep/wasm-fused.js';
import { type WasmKernels, wasmKernels } from '../../../src/engine/sweep/wasm-kernels.js';

/** The compiled kernels. */
export function wasmHere(): WasmKernels {
  const wasm = wasmKernels(Infinity);
  if (wasm === null) throw new Error('This platform has no WebAssembly with vectors: these tests need it.');
  return wasm;
}

/** What a random group is made of. */
export interface GroupShape {
  readonly rank: number;
  readonly rows: number;
  readonly variants: number;
  /** The share of entries that are NaN, infinite, 0, −1 or beyond measure. */
  readonly wild: number;
  readonly seed: number;
}

const WILD = [NaN, Infinity, -Infinity, 0, -0, -1, 1e300, 5e-324] as const;

/** A group for the kernels, trades on about a tenth of its rows. */
export function randomGroup({ rank, rows, variants, wild, seed }: GroupShape): FusedInput {
  const random = seededRandom(seed);
  const near = (middle: number, size: number): number => middle + size * (2 * random.uniform() - 1);
  const column = (length: number, middle: number, size: number): Float64Array =>
    Float64Array.from({ length }, () =>
      random.uniform() < wild ? WILD[Math.floor(random.uniform() * WILD.length)]! : near(middle, size),
    );
  const width = rank + 1 + (seed % 3);
  const assets = width - 1;
  const padded = variants + LANES - 1;
  const trades = Int32Array.from(Array.from({ length: rows }, (_, row) => row).filter(() => random.uniform() < 0.1));
  const growth = column(rows * width, 1, 0.05);
  const rates = column(assets, 0.005, 0.005);
  const weights = column(padded * width, 0.5, 0.5);
  return {
    columns: column(rows * rank, 1, 0.05),
    rows,
    trades,
    shares: column(padded * rank, 1 / rank, 0.5 / rank),
    shifts: column(padded, 0, 0.001),
    openings: column(padded, 0.995, 0.005),
    out: new Float64Array(padded * MOMENTS),
    growth,
    width,
    rates,
    weights,
    costAt(trade, variant, grown) {
      let cost = 0;
      for (let asset = 0; asset < assets; asset++) {
        const moved = Math.abs(grown - growth[trades[trade]! * width + asset]!);
        cost += rates[asset]! * weights[variant * width + asset]! * moved;
      }
      return cost;
    },
  };
}

/** What both give for one group; null where WebAssembly did not run. */
export function bothWays(
  group: FusedInput,
  rank: number,
  variants: number,
  wasm = wasmHere(),
): { readonly javascript: Float64Array; readonly wasm: Float64Array | null } {
  const [one, other] = [group.out.slice(), group.out.slice()];
  kernels[rank]!({ ...group, out: one }, variants);
  const ran = runWasm(wasm, rank, { ...group, out: other }, variants);
  const end = variants * MOMENTS;
  return { javascript: one.subarray(0, end), wasm: ran ? other.subarray(0, end) : null };
}

/** The first number that is not the same to the last bit, in words; undefined where all are (NaN is NaN). */
export function firstDifference(one: Float64Array, other: Float64Array): string | undefined {
  const place = one.findIndex((value, index) => !Object.is(value, other[index]));
  return place < 0 ? undefined : `variant ${Math.floor(place / MOMENTS)}: ${one[place]} and ${other[place]}`;
}
