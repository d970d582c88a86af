import { assertKnownOptions, assertNumber, describeValue, InputError } from '../core/index.js';
import { loadFactory, type WalkExecutor } from '../engine/index.js';
import type { BootstrapExecutor, SplitExecutor } from '../inference/index.js';
import { bootstrapWork } from './bootstrap-work.js';
import { type JobRun, runJob } from './run-job.js';
import { splitWork } from './split-work.js';
import { startThread } from './start-thread.js';
import { sweepWork } from './sweep-work.js';
import type { Thread } from './thread.js';
import { defaultThreadCount } from './default-thread-count.js';
import type { Work } from './work.js';

/** How threads are started. */
export interface ThreadOptions {
  /** Where the file of the thread lies (`worker.js` beside the library), where a bundler moved the library away from it. */
  readonly url?: URL;
}

/** What `await using` looks for, where the user's library of types knows of it. */
type AsyncDispose = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol } ? Key : never;

/** Threads that run sweeps, walk-forwards, bootstraps and overfitting checks. They are started by the first one and used again by the next ones. `await using` closes them. */
export interface Threads
  extends WalkExecutor, BootstrapExecutor, SplitExecutor, Readonly<Record<AsyncDispose, () => Promise<void>>> {
  /**
   * Ends the threads, once what was handed to them is done. Await a walk-forward first: it hands over one sweep after another. A program in Node ends by itself
   * without it, once nothing is running on them.
   */
  close(this: void): Promise<void>;
}

/**
 * Runs long work on several threads: `sweep`, `walkForward`, `bootstrap` and `probabilityOfBacktestOverfitting` take them as `on: threads(2)` and are then promises of
 * what the same gives without them, to the last bit. What is asked of the same threads at once is done one after the other.
 *
 * Functions do not cross to other threads. So the strategy of a sweep or a walk-forward is given as `{ builtIn: 'smallCapTilt', options }` or as `{ module, name }`, an export that each
 * thread imports; figures are given by name or as the functions that a sweep works out on the way (`cagr`, `volatility`, `sharpeRatio`, `maxDrawdown` and the like). The
 * statistics of a bootstrap are some of `cagr`, `totalReturn`, `maxDrawdown`, `arithmeticMean`, `volatility`, `sharpeRatio`.
 *
 * Threads are those of `node:worker_threads` in Node, Deno and Bun, and Web Workers in browsers. The numbers of the panel lie in memory that all of them share, where the platform
 * allows that (a page must be cross-origin isolated), and are copied once for each thread otherwise. To start a thread takes some tens of milliseconds: short work is faster without.
 *
 * @param count threads; one fewer than there are cores (at least 1, at most 16) when absent.
 * @throws InputError `option.range`, `option.type`, `option.unknown`; the sweep or bootstrap rejects with `thread.failed` (a thread could not be started, or
 *   ended), `thread.closed` (after `close`), and with whatever it throws on one thread.
 * @see HTML Standard, section 10 "Web workers", and the documentation of Node.js, "Worker threads": what threads share and what is copied.
 * @example
 * const tilts = await sweep(usFunds(), {
 *   grid: { weight: [0, 0.15, 0.3] },
 *   strategy: { builtIn: 'smallCapTilt', options: { core: 'SPY', smallCap: 'IWM', schedule: annually({ month: 6 }) } },
 *   metrics: ['cagr', 'maxDrawdown'],
 *   on: threads(2),
 * });
 * console.log(tilts.trials, tilts.best('maxDrawdown')?.params); // 3 { weight: 0 }
 */
export function threads(count?: number, options: ThreadOptions = {}): Threads {
  if (count !== undefined) assertNumber('threads', 'the number of threads', count, { min: 1, max: 256, integer: true });
  assertKnownOptions('threads', options, ['url']);
  const { url } = options as { readonly url?: unknown };
  if (url !== undefined && !(url instanceof URL)) {
    throw new InputError(
      'option.type',
      `threads: "url" is ${describeValue(url)}; it must be a URL, such as new URL('./worker.js', import.meta.url).`,
      { found: describeValue(url) },
    );
  }
  let alive: readonly Thread[] = [];
  let number = 0;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const drop = async (dropped: readonly Thread[]): Promise<void> => {
    alive = alive.filter((thread) => !dropped.includes(thread));
    await Promise.all(dropped.map((thread) => thread.end()));
  };
  const upTo = async (wanted: number): Promise<readonly Thread[]> => {
    const started = Array.from({ length: Math.max(0, wanted - alive.length) }, () => startThread(url));
    const outcomes = await Promise.allSettled(started);
    alive = [...alive, ...outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))];
    const failed = outcomes.find((one) => one.status === 'rejected');
    if (failed !== undefined) {
      await drop(alive);
      throw failed.reason as Error;
    }
    return alive.slice(0, wanted);
  };
  const workOff = async (work: Work, done: JobRun['done'], signal: AbortSignal | undefined): Promise<void> => {
    const used = await upTo(Math.min(count ?? (await defaultThreadCount()), work.mostThreads));
    number++;
    try {
      for (const thread of used) thread.hold(true);
      await runJob({ number, work, threads: used, done, signal });
      for (const thread of used) thread.hold(false);
    } catch (error) {
      // Whatever is still running is in vain.
      await drop(used);
      throw error;
    }
  };
  const inTurn = (what: Work['what'], begin: () => Promise<void>): Promise<void> => {
    const mine = closed ? Promise.reject(closedThreads(what)) : turn.then(begin);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const close = async (): Promise<void> => {
    closed = true;
    await turn;
    await drop(alive);
  };
  return Object.freeze<Threads>({
    run: (job, done, signal) =>
      inTurn('sweep', () => {
        signal?.throwIfAborted();
        return workOff(sweepWork(job), done, signal);
      }),
    replicate: (job, replications, done) =>
      inTurn('bootstrap', () => workOff(bootstrapWork(job, replications), done, undefined)),
    divide: (job, pairs, done) => inTurn('overfitting check', () => workOff(splitWork(job, pairs), done, undefined)),
    load: loadFactory,
    close,
    [Symbol.asyncDispose]: close,
  });
}

const closedThreads = (what: Work['what']): InputError =>
  new InputError('thread.closed', `${what}: the threads have been closed. Make new ones with threads(n).`);
