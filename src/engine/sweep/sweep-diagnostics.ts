/** What worked a variant out: a kernel that carries several, a run of its own, or another thread. */
export type SweepPath = 'wasm' | 'javascript' | 'alone' | 'elsewhere';

/** How a sweep was worked out. No figure depends on it. */
export interface SweepDiagnostics {
  /** The faster kernel of those that ran: WebAssembly, or JavaScript; null where none did on this thread. */
  readonly kernel: 'wasm' | 'javascript' | null;
  /** How many variants went which way. */
  readonly variants: Readonly<Record<SweepPath, number>>;
}

/** Counts variants by their way. */
export type PathCounts = Record<SweepPath, number>;

/** No variant yet. */
export const noPathsYet = (): PathCounts => ({ wasm: 0, javascript: 0, alone: 0, elsewhere: 0 });

/** The counts, frozen, and what they say. */
export function diagnosticsOf(paths: PathCounts): SweepDiagnostics {
  const kernel = paths.wasm > 0 ? 'wasm' : paths.javascript > 0 ? 'javascript' : null;
  return Object.freeze({ kernel, variants: Object.freeze({ ...paths }) });
}
