import { WASM_BYTES } from './wasm-bytes.js';

/** A kernel of assembly/fused.ts: addresses and counts. */
type WasmKernel = (...numbers: readonly number[]) => void;

/** What the compiled module offers: its memory, and a kernel by number of columns. */
export type WasmKernels = { readonly memory: WasmMemory } & Readonly<Partial<Record<`fused${number}`, WasmKernel>>>;

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** As much of WebAssembly as is used here. */
interface WasmHost {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/** Rows times variants that take JavaScript about as long as the module takes to start. */
const WORTH_A_START = 2 ** 18;

/** Undefined until it was tried. Null where WebAssembly or its vectors are missing, or a page's content policy refuses them. */
let made: WasmKernels | null | undefined;
let workSoFar = 0;

/**
 * The kernels in WebAssembly, compiled once there has been work enough to pay for it.
 *
 * @param work rows times variants of what is to be done.
 */
export function wasmKernels(work: number): WasmKernels | null {
  if (made !== undefined) return made;
  workSoFar += work;
  return workSoFar < WORTH_A_START ? null : (made = compiled());
}

function compiled(): WasmKernels | null {
  const { WebAssembly: host } = globalThis as { readonly WebAssembly?: WasmHost };
  if (host === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(WASM_BYTES), (letter) => letter.charCodeAt(0));
    return new host.Instance(new host.Module(bytes)).exports as WasmKernels;
  } catch {
    // Refused: the same numbers come from JavaScript.
    return null;
  }
}
