import type { Order } from './messages.js';

/** Something that can be done in pieces, on any thread and in any order. */
export interface Work {
  /** What it is called where it fails. */
  readonly what: 'sweep' | 'bootstrap' | 'overfitting check';
  /** Variants, replications, or pairs of divisions. */
  readonly count: number;
  /** More threads than this would have nothing to do. */
  readonly mostThreads: number;
  /** What a thread must know before its first piece. */
  order(this: void, job: number): Order;
  /** Where the piece ends that begins at `from`; `chunk` is what the thread asked for. */
  end(this: void, from: number, chunk: number | undefined): number;
  /** The piece `from` to `to` − 1. */
  piece(this: void, job: number, from: number, to: number): Order;
  /** Says what of a piece could not cross, where something could not: throws, or returns where it finds nothing. */
  assertPieceCrosses(this: void, from: number, to: number): void;
}
