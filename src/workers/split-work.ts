import type { SplitJob } from '../inference/index.js';
import type { Work } from './work.js';

/** Additions that are done sooner than a message about them arrives. */
const SMALLEST_WORK = 2_000_000;

/** Ranges of a large check: enough to keep many threads busy to the end. */
const RANGES = 256;

/** The divisions of an overfitting check in ranges of pairs; what a pair gives does not depend on its range. */
export function splitWork(parts: SplitJob, pairs: number): Work {
  const smallest = Math.ceil(SMALLEST_WORK / (parts.columns.length * parts.blocks));
  const range = Math.max(smallest, Math.ceil(pairs / RANGES));
  return {
    what: 'overfitting check',
    count: pairs,
    mostThreads: Math.max(1, Math.floor(pairs / range)),
    order: (job) => ({ kind: 'divisions', job, parts }),
    end: (from) => (pairs - from < 2 * range ? pairs : from + range),
    piece: (job, from, to) => ({ kind: 'piece', job, from, to, params: undefined }),
    // Two numbers.
    assertPieceCrosses: () => undefined,
  };
}
