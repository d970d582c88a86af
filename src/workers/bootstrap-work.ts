import type { KnownJob } from '../inference/index.js';
import type { Work } from './work.js';

/** Fewer replications are done sooner than a message about them arrives. */
const SMALLEST_RANGE = 500;

/** Ranges of a large bootstrap: enough to keep many threads busy to the end, few enough that messages do not count. */
const RANGES = 512;

/** A bootstrap in ranges of replications. What a replication gives does not depend on its range, so the last one takes what would be too few alone. */
export function bootstrapWork(parts: KnownJob, replications: number): Work {
  const range = Math.max(SMALLEST_RANGE, Math.ceil(replications / RANGES));
  return {
    what: 'bootstrap',
    count: replications,
    mostThreads: Math.max(1, Math.floor(replications / range)),
    order: (job) => ({ kind: 'bootstrap', job, parts }),
    end: (from) => (replications - from < 2 * range ? replications : from + range),
    piece: (job, from, to) => ({ kind: 'piece', job, from, to, params: undefined }),
    // Two numbers.
    assertPieceCrosses: () => undefined,
  };
}
