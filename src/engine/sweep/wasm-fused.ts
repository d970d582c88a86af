import type { FusedInput } from './fused-input.js';
import { MOMENTS } from './moments.js';
import { MOST_BYTES } from './wasm-bytes.js';
import type { WasmKernels } from './wasm-kernels.js';

/** A page of WebAssembly's memory. */
const PAGE = 65_536;

/** Variants that a kernel carries at once, one in each half of a vector. */
const LANES = 2;

/**
 * Runs a fused kernel in WebAssembly: copies everything into its memory, which grows to the largest group and is used again by the next, and copies the
 * figures out. To the last bit what the kernel in JavaScript gives.
 *
 * @returns whether it ran: not for more columns than it knows, or where memory is refused.
 */
export function runWasm(wasm: WasmKernels, rank: number, input: FusedInput, variants: number): boolean {
  const kernel = wasm[`fused${rank}`];
  if (kernel === undefined) return false;
  const { columns, rows, trades, shares, shifts, openings, out, growth, width, rates } = input;
  const assets = rates.length;
  const padded = Math.ceil(variants / LANES) * LANES;
  let end = 0;
  const place = (bytes: number): number => {
    const start = end;
    end += Math.ceil(bytes / 16) * 16;
    return start;
  };
  const at = {
    columns: place(columns.byteLength),
    trades: place(trades.byteLength),
    shares: place(shares.byteLength),
    shifts: place(shifts.byteLength),
    openings: place(openings.byteLength),
    out: place(out.byteLength),
    charges: place(padded * assets * 8),
    growth: place(trades.length * assets * 8),
  };
  if (!grow(wasm, end)) return false;
  const memory = new Float64Array(wasm.memory.buffer, 0, end / 8);
  memory.set(columns, at.columns / 8);
  new Int32Array(wasm.memory.buffer).set(trades, at.trades / 4);
  memory.set(shares, at.shares / 8);
  memory.set(shifts, at.shifts / 8);
  memory.set(openings, at.openings / 8);
  writeCharges(input, memory, at.charges / 8, padded);
  for (let trade = 0, entry = at.growth / 8; trade < trades.length; trade++, entry += assets) {
    const row = trades[trade]! * width;
    for (let asset = 0; asset < assets; asset++) memory[entry + asset] = growth[row + asset]!;
  }
  kernel(
    ...[at.columns, at.trades, at.shares, at.shifts, at.openings, at.out, at.charges, at.growth],
    ...[assets * 8, rows, trades.length, assets, variants],
  );
  out.set(memory.subarray(at.out / 8, at.out / 8 + variants * MOMENTS));
  return true;
}

/** What a trade costs per unit, pair of variants by pair, so that both lie in one vector. */
function writeCharges(
  { width, rates, weights }: FusedInput,
  memory: Float64Array,
  start: number,
  variants: number,
): void {
  let entry = start;
  for (let pair = 0; pair < variants; pair += LANES) {
    for (let asset = 0; asset < rates.length; asset++) {
      for (let variant = pair; variant < pair + LANES; variant++) {
        memory[entry++] = rates[asset]! * weights[variant * width + asset]!;
      }
    }
  }
}

/** Makes the memory as large as is needed. False where that is more than allowed. */
function grow({ memory }: WasmKernels, bytes: number): boolean {
  if (bytes > MOST_BYTES) return false;
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return true;
  try {
    memory.grow(Math.ceil(missing / PAGE));
    return true;
  } catch {
    // The machine has no more; JavaScript needs less.
    return false;
  }
}
