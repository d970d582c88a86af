import type { ErrorParts } from '../core/index.js';
import type { SweepJobParts } from '../engine/index.js';
import type { KnownJob, SplitJob } from '../inference/index.js';

/** What a thread is told. */
export type Order =
  /** A sweep to make ready for. */
  | { readonly kind: 'sweep'; readonly job: number; readonly parts: SweepJobParts }
  /** A bootstrap to make ready for. */
  | { readonly kind: 'bootstrap'; readonly job: number; readonly parts: KnownJob }
  /** The divisions of an overfitting check to make ready for. */
  | { readonly kind: 'divisions'; readonly job: number; readonly parts: SplitJob }
  /** A piece of any of them: the variants, replications or divisions `from` to `to` − 1; parameters of variants where they follow from no grid. */
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
  /** It is ready for pieces: of so many variants each, where it is a sweep. */
  | { readonly kind: 'ready'; readonly job: number; readonly chunk: number | undefined }
  /** The figures of a piece, one column per metric or statistic. */
  | { readonly kind: 'done'; readonly job: number; readonly from: number; readonly columns: readonly Float64Array[] }
  /** What stopped a piece; `from` is −1 where it was the making ready. */
  | { readonly kind: 'failed'; readonly job: number; readonly from: number; readonly error: ErrorParts };
