import type { SweepJob, WalkExecutor } from '../../../src/engine/sweep/sweep-executor.js';
import { makeChunkRunner } from '../../../src/engine/sweep/chunk-runner.js';
import { jobToParts } from '../../../src/engine/sweep/job-parts.js';

/** What threads and clusters do, on this thread: takes a sweep apart, copies it as messages are copied, and runs it piece by piece from the last to the first. */
export function inlineExecutor(
  factory?: (params: object) => unknown,
  seen: { job?: SweepJob; loaded?: unknown; signal?: AbortSignal | undefined; chunk?: number } = {},
): WalkExecutor {
  return {
    async run(job, done, signal) {
      const runner = makeChunkRunner(structuredClone(jobToParts(job)), factory);
      Object.assign(seen, { job, signal, chunk: runner.chunk });
      const starts = Array.from({ length: Math.ceil(job.count / runner.chunk) }, (_, piece) => piece * runner.chunk);
      for (const from of starts.reverse()) {
        const to = Math.min(from + runner.chunk, job.count);
        done(from, runner.run(from, to, job.grid === undefined ? job.variants(from, to) : undefined));
      }
      return Promise.resolve();
    },
    load(source) {
      Object.assign(seen, { loaded: source });
      return Promise.resolve(factory);
    },
  };
}
