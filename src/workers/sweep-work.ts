import { assertCrosses, jobToParts, SMALLEST_PIECE, type SweepJob } from '../engine/index.js';
import type { Work } from './work.js';

/**
 * A sweep in pieces: as many variants as a thread asks for, since no figure may depend on how many threads there are.
 *
 * @throws InputError `option.type` for what cannot cross.
 */
export function sweepWork(job: SweepJob): Work {
  const { count, grid, variants } = job;
  const parts = jobToParts(job);
  return {
    what: 'sweep',
    count,
    mostThreads: Math.ceil(count / SMALLEST_PIECE),
    order: (number) => ({ kind: 'sweep', job: number, parts }),
    end: (from, chunk = SMALLEST_PIECE) => Math.min(from + chunk, count),
    piece: (number, from, to) => {
      const params = grid === undefined ? variants(from, to) : undefined;
      return { kind: 'piece', job: number, from, to, params };
    },
    assertPieceCrosses: (from, to) => {
      if (grid !== undefined) return;
      variants(from, to).forEach((one, place) => {
        assertCrosses(`sweep, variant ${from + place}`, one);
      });
    },
  };
}
