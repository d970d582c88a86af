import { sum } from '../../core/index.js';
import type { Weights } from '../../strategy/index.js';
import type { Setup } from './setup.js';
import { factorWeights, type Factored } from './fixed-rank.js';
import { kernels, LANES } from './kernels/index.js';
import type { FusedInput } from './fused-input.js';
import { MOMENTS } from './moments.js';
import { runWasm } from './wasm-fused.js';
import { wasmKernels } from './wasm-kernels.js';

/** Cash below this share is what rounding leaves of full investment. */
const ROUNDING = 1e-13;

/** Kernels carry several variants at once, and so go past the last one. */
const PAST = LANES - 1;

/** What carried a group: WebAssembly where there is work enough for it and the platform has it. Both give the same bits. */
export type Kernel = 'wasm' | 'javascript';

/** What the kernels make of a group. */
export interface GroupFigures {
  readonly moments: Float64Array;
  readonly shifts: Float64Array;
  readonly kernel: Kernel;
}

/** Variants of one setup whose weights never change: they wait until they can be run together. */
export class FixedGroup {
  readonly setup: Setup;
  readonly #assets: number;
  /** Weights by variant and asset, cash last. */
  readonly #weights: Float64Array;
  readonly indices: number[] = [];

  constructor(setup: Setup, most: number) {
    this.setup = setup;
    this.#assets = setup.input.plan.assets.length;
    this.#weights = new Float64Array((most + PAST) * (this.#assets + 1));
  }

  /** Where the weights of the next variant are to be written. */
  get weights(): Float64Array {
    return this.#weights;
  }

  get next(): number {
    return this.indices.length * (this.#assets + 1);
  }

  /** Counts the variant whose weights have been written. */
  add(index: number): void {
    const at = this.next;
    let cash = 1;
    let largest = at;
    for (let entry = at; entry < at + this.#assets; entry++) {
      cash -= this.#weights[entry]!;
      if (this.#weights[entry]! > this.#weights[largest]!) largest = entry;
    }
    // One column less to walk. It goes to an asset, because what is lost at every trade adds up.
    const crumb = Math.abs(cash) <= ROUNDING;
    if (crumb) this.#weights[largest]! += cash;
    this.#weights[at + this.#assets] = crumb ? 0 : cash;
    this.indices.push(index);
  }

  /** The weights of a variant by name. */
  targetOf(variant: number): Weights {
    const from = variant * (this.#assets + 1);
    const { assets } = this.setup.input.plan;
    return Object.fromEntries(assets.map((asset, member) => [asset, this.#weights[from + member]!]));
  }

  /** Runs the variants. Null where they have too many sides for a kernel. */
  run(): GroupFigures | null {
    const { columns, rows, trades, width, means } = this.setup.growth();
    const variants = this.indices.length;
    const padded = variants + PAST;
    const weights = this.#weights;
    for (let extra = variants; extra < padded; extra++) {
      weights.copyWithin(extra * width, (variants - 1) * width, variants * width);
    }
    const factored = factorWeights(weights, padded, width);
    scaleToOne(factored, padded, width);
    if (kernels[factored.rank] === undefined) return null;
    const rates = this.setup.input.costs.fixedRates!;
    const assets = this.#assets;
    const shifts = new Float64Array(padded);
    const openings = new Float64Array(padded);
    for (let variant = 0; variant < padded; variant++) {
      let [mean, cost] = [0, 0];
      for (let member = 0; member < width; member++) mean += weights[variant * width + member]! * means[member]!;
      for (let member = 0; member < assets; member++) cost += rates[member]! * weights[variant * width + member]!;
      shifts[variant] = mean;
      openings[variant] = 1 - cost;
    }
    const moments = new Float64Array(padded * MOMENTS);
    const costAt = (trade: number, variant: number, grown: number): number => {
      const row = trades[trade]! * width;
      const from = variant * width;
      let cost = 0;
      for (let member = 0; member < assets; member++) {
        cost += rates[member]! * weights[from + member]! * Math.abs(grown - columns[row + member]!);
      }
      return cost;
    };
    const mixed = mixColumns(columns, rows, width, factored);
    const kernel = runKernel(
      factored.rank,
      {
        columns: mixed,
        rows,
        trades,
        shares: factored.shares,
        shifts,
        openings,
        out: moments,
        growth: columns,
        width,
        rates,
        weights,
        costAt,
      },
      variants,
    );
    return { moments, shifts, kernel };
  }
}

/** Runs the fastest kernel that there is. */
function runKernel(rank: number, input: FusedInput, variants: number): Kernel {
  const wasm = wasmKernels(variants * input.rows);
  if (wasm !== null && runWasm(wasm, rank, input, variants)) return 'wasm';
  kernels[rank]!(input, variants);
  return 'javascript';
}

/** Portfolios are worth 1 to the last digit, whatever rounding left out of them: what is lost at every trade adds up. */
function scaleToOne({ rank, basis, shares }: Factored, variants: number, width: number): void {
  const worths = Float64Array.from({ length: rank }, (_, part) =>
    sum(basis.subarray(part * width, (part + 1) * width)),
  );
  for (let variant = 0; variant < variants; variant++) {
    let worth = 0;
    for (let part = 0; part < rank; part++) worth += shares[variant * rank + part]! * worths[part]!;
    for (let part = 0; part < rank; part++) shares[variant * rank + part]! /= worth;
  }
}

/** Growth of the basis portfolios. */
function mixColumns(columns: Float64Array, rows: number, width: number, { rank, basis }: Factored): Float64Array {
  if (rank === width) return columns;
  const mixed = new Float64Array(rows * rank);
  for (let row = 0; row < rows; row++) {
    for (let part = 0; part < rank; part++) {
      let growth = 0;
      for (let member = 0; member < width; member++)
        growth += basis[part * width + member]! * columns[row * width + member]!;
      mixed[row * rank + part] = growth;
    }
  }
  return mixed;
}
