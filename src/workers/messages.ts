import type { SweepJobParts } from '../engine/index.js';
import type { ErrorParts } from './error-parts.js';

/** What a thread is told. */
export type Order =
  /** A sweep to make ready for. */
  | { readonly kind: 'job'; readonly job: number; readonly parts: SweepJobParts }
  /** A piece of it: the variants `from` to `to` − 1, with their parameters where they follow from no grid. */
  | {
      readonly kind: 'piece';
      readonly job: number;
      readonly from: number;
      readonly to: number;
      readonly params: readonly object[] | undefined;
    };

/** What a thread answers. */
export type Answer =
  /** It listens. */
  | { readonly kind: 'listening' }
  /** It is ready for the pieces of a sweep, of so many variants each. */
  | { readonly kind: 'ready'; readonly job: number; readonly chunk: number }
  /** The figures of a piece, one column per metric. */
  | { readonly kind: 'done'; readonly job: number; readonly from: number; readonly columns: readonly Float64Array[] }
  /** What stopped a piece; `from` is −1 where it was the sweep itself. */
  | { readonly kind: 'failed'; readonly job: number; readonly from: number; readonly error: ErrorParts };
