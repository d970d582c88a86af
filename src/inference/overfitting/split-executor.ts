import { describeValue, InputError } from '../../core/index.js';
import { type AllSplits, pairCount, SplitGather, type SplitJob } from './split-job.js';

/** Runs the divisions of an overfitting check somewhere else: what `threads(n)` of 'backtilt/workers' can do besides sweeps and bootstraps. */
export interface SplitExecutor {
  /**
   * @param job plain numbers, ready to be cloned; `makeSplitter(job)` on the other side is all that is needed.
   * @param pairs pairs of mirrored divisions.
   * @param done takes the columns of `makeSplitter` for the pairs from `from` on, in any order of pieces.
   */
  divide(job: SplitJob, pairs: number, done: (from: number, columns: readonly Float64Array[]) => void): Promise<void>;
}

/**
 * All divisions, worked out by an executor.
 *
 * @throws InputError `option.type` for what runs nothing; `thread.failed` where pieces are missing.
 */
export async function splitsOn(where: string, on: SplitExecutor, job: SplitJob): Promise<AllSplits> {
  if (typeof (on as Partial<SplitExecutor> | null)?.divide !== 'function') {
    throw new InputError(
      'option.type',
      `${where}: "on" is ${describeValue(on)}; it must be threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster', or be left out.`,
      { where, found: describeValue(on) },
    );
  }
  const pairs = pairCount(job.blocks);
  const gather = new SplitGather(pairs);
  await on.divide(job, pairs, (from, columns) => {
    gather.add(from, columns);
  });
  if (gather.taken === pairs) return gather.finish();
  throw new InputError(
    'thread.failed',
    `${where}: "on" ended after ${gather.taken} of ${pairs} pairs of divisions. Leave it out, or use threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster'.`,
    { where, taken: gather.taken, pairs },
  );
}
