import { assertKnownOptions, assertName, assertNumber } from '../core/index.js';
import { loadFactory, type WalkExecutor } from '../engine/index.js';
import type { BootstrapExecutor, SplitExecutor } from '../inference/index.js';
import { bootstrapWork, splitWork, sweepWork } from './cluster-work.js';
import { type ClusterConnection, readConnection } from './connection.js';
import { runOn, type RunSettings } from './run-on.js';

/** How a cluster is used. */
export interface ClusterOptions {
  /** What every key on the server begins with: workers of another prefix see nothing of this. "backtilt" when absent. */
  readonly prefix?: string;
  /** Seconds without any worker, or without the server, after which a run ends with an error. 60 when absent. */
  readonly patience?: number;
  /** Seconds that the server keeps data, and what was found by a run that has not ended. 86,400 (a day) when absent. */
  readonly keepSeconds?: number;
  /** Seconds that a piece of work, and a variant by itself, may take: what does not end is ended and named. 600 when absent; pieces aim at 0.7 s, or at a multiple of the slowest variant. */
  readonly pieceSeconds?: number;
}

/** Workers on any machines, that run sweeps, walk-forwards, bootstraps and overfitting checks. */
export interface Cluster extends WalkExecutor, BootstrapExecutor, SplitExecutor {
  /** Host, port and database of the server. */
  readonly place: string;
}

/**
 * Runs long work on workers of any machines, by way of a Redis or Valkey server: `sweep`, `walkForward`, `bootstrap` and `probabilityOfBacktestOverfitting` take it as
 * `on: cluster(connection)` and are then promises of what the same gives without it, to the last bit. Workers are started with `backtilt worker --redis <address>`, before
 * or after. Needs the packages "bullmq" and "ioredis".
 *
 * What can be handed out is what can be handed to threads (see `threads` of 'backtilt/workers'); a strategy's module must lie at the same place on every worker, and its
 * hash is compared before it is loaded (that of the file itself, not of what it imports). Data travel once, under their hash. Pieces are sized by what was measured, and no
 * figure depends on it. A worker that dies is replaced by another one. A variant that ends its process (it runs out of memory, or ends it by itself), or does not end within `pieceSeconds`, is looked
 * for in processes of its own and named; whole workers end over it once at most. A run is known by the digest of job, data and versions: where the program dies, starting the same
 * again takes what is done.
 *
 * No connection is open between runs. The password is in no message and no result.
 *
 * @param connection `redis://:password@host:6379/0`, `rediss://…`, or its parts.
 * @throws InputError `option.type`, `option.range`, `option.unknown`; the run rejects with `package.missing`, `cluster.unreachable`, `cluster.no-workers`,
 *   `cluster.mismatch` (versions, data or a strategy's file differ on a worker), `cluster.killed` (a variant ended every process that ran it, or took longer than `pieceSeconds`), and with whatever it throws on
 *   one thread.
 * @see BullMQ documentation, "Stalled jobs" and "Going to production": what becomes of the work of a worker that dies, and how the server must be set up.
 * @example
 * const strategy = { builtIn: 'smallCapTilt', options: { core: 'SPY', smallCap: 'IWM', schedule: monthly() } };
 * const on = cluster('redis://:secret@127.0.0.1:1');
 * const tilts = sweep(usFunds(), { grid: { weight: [0, 0.3] }, strategy, metrics: ['cagr'], on });
 * const refused: unknown = await tilts.catch((error: unknown) => error);
 * console.log(isInputError(refused, 'cluster.unreachable'), String(refused).includes('secret')); // true false
 */
export function cluster(connection: ClusterConnection, options: ClusterOptions = {}): Cluster {
  const settings = readSettings(connection, options);
  return Object.freeze<Cluster>({
    place: settings.connection.place,
    run: async (job, done, signal) => runOn(settings, await sweepWork(job), done, signal),
    replicate: (job, replications, done) => runOn(settings, bootstrapWork(job, replications), done, undefined),
    divide: (job, pairs, done) => runOn(settings, splitWork(job, pairs), done, undefined),
    load: loadFactory,
  });
}

function readSettings(given: ClusterConnection, options: ClusterOptions): RunSettings {
  const connection = readConnection('cluster', given);
  assertKnownOptions('cluster', options, ['prefix', 'patience', 'keepSeconds', 'pieceSeconds']);
  const { prefix = 'backtilt', patience = 60, keepSeconds = 86_400, pieceSeconds = 600 } = options;
  assertName('cluster', 'prefix', prefix);
  assertNumber('cluster', 'patience', patience, { min: 1, max: 86_400 });
  assertNumber('cluster', 'keepSeconds', keepSeconds, { min: 60, max: 31_536_000, integer: true });
  assertNumber('cluster', 'pieceSeconds', pieceSeconds, { min: 1, max: 1_000_000 });
  return { connection, prefix, patience, keepSeconds, pieceSeconds };
}
