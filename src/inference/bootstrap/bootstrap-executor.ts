import { describeValue, InputError } from '../../core/index.js';
import type { KnownJob } from './known-values.js';

/** Runs the replications of a bootstrap somewhere else: what `threads(n)` of 'backtilt/workers' can do besides sweeps. */
export interface BootstrapExecutor {
  /**
   * @param job plain numbers, ready to be cloned; `makeReplicator(job)` on the other side is all that is needed.
   * @param done takes the figures of some replications from `from` on, one column for each of `job.figures`, in any order of pieces.
   */
  replicate(
    job: KnownJob,
    replications: number,
    done: (from: number, columns: readonly Float64Array[]) => void,
  ): Promise<void>;
}

/** Refuses what runs nothing. */
export function assertExecutor(where: string, on: unknown): asserts on is BootstrapExecutor {
  if (typeof (on as Partial<BootstrapExecutor> | null)?.replicate === 'function') return;
  throw new InputError(
    'option.type',
    `${where}: "on" is ${describeValue(on)}; it must be threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster', or be left out.`,
    { where, found: describeValue(on) },
  );
}

/**
 * All replications of a job, put together from the pieces of an executor.
 *
 * @throws InputError `thread.failed` where pieces are missing: figures of nothing would pass for zeros.
 */
export async function replicateOn(
  where: string,
  on: BootstrapExecutor,
  job: KnownJob,
  replications: number,
): Promise<Float64Array[]> {
  const columns = job.figures.map(() => new Float64Array(replications));
  let taken = 0;
  await on.replicate(job, replications, (from, piece) => {
    columns.forEach((column, index) => {
      column.set(piece[index]!, from);
    });
    taken += piece[0]!.length;
  });
  if (taken === replications) return columns;
  throw new InputError(
    'thread.failed',
    `${where}: "on" ended after ${taken} of ${replications} replications. Leave it out, or use threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster'.`,
    { where, taken, replications },
  );
}
