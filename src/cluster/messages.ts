import type { ErrorParts } from '../core/index.js';

/** What a run is made of, except for the data, which travel once under their own hash. */
export interface RunSpec {
  readonly kind: 'sweep' | 'bootstrap' | 'divisions';
  /** The job without its data. */
  readonly rest: Readonly<Record<string, unknown>>;
  /** The place of the data in the job. */
  readonly dataKey: string;
  /** SHA-256 of the packed data. */
  readonly dataHash: string;
  /** SHA-256 of the strategy's file, where it is a module. */
  readonly moduleHash: string | undefined;
}

/** What a piece of work says in the queue. */
export interface PieceData {
  /** The run's id. */
  readonly run: string;
  /** `from-to`, or `ready`. */
  readonly piece: string;
  readonly versions: string;
  /** Seconds that it may take. */
  readonly limit: number;
  /** Packed parameters of variants where they follow from no grid, in base 64. */
  readonly params?: string;
}

/** What was found in a piece; kept packed. */
export type PieceRecord =
  | { readonly kind: 'ready'; readonly unit: number }
  | { readonly kind: 'done'; readonly columns: readonly Float64Array[]; readonly seconds: number }
  | { readonly kind: 'failed'; readonly error: ErrorParts }
  /** What ended every process that ran it, or took too long: one variant, or several that only did it together. -1 is the making ready. */
  | {
      readonly kind: 'killed';
      readonly from: number;
      readonly to: number;
      readonly said: string;
      readonly late: boolean;
    }
  /** Not a matter of the variants: the worker cannot do this run. */
  | { readonly kind: 'refused'; readonly error: ErrorParts };

/** What a thread or a process of a worker is told: a piece of a run, with what the run is made of where the thread may not know it. */
export interface ThreadOrder {
  readonly order: number;
  readonly run: string;
  readonly piece: string;
  readonly params: Uint8Array | undefined;
  /** Undefined where the host was told of the same run just before. */
  readonly spec: Uint8Array | undefined;
  readonly data: Uint8Array | undefined;
}

/** What it answers: a packed record; at first an empty one to order 0, when it is there. */
export interface ThreadAnswer {
  readonly order: number;
  readonly record: Uint8Array;
}
