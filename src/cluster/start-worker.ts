import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { assertKnownOptions, assertName, assertNumber } from '../core/index.js';
import { type ClusterConnection, readConnection } from './connection.js';
import { keysBelow, QUEUE } from './keys.js';
import type { PieceData } from './messages.js';
import { loadPackages, openRedis } from './open-redis.js';
import { PieceSlot } from './piece-slot.js';
import { makeServer, MOST_TRIES } from './serve-piece.js';

/** How a worker works. */
export interface ClusterWorkerOptions {
  /** Threads; as many as there are cores when absent. */
  readonly concurrency?: number;
  /** What every key on the server begins with. "backtilt" when absent. */
  readonly prefix?: string;
  /** Seconds of silence after which the work of a dead worker is given to another. 10 when absent. */
  readonly silenceSeconds?: number;
}

/** A worker that is running. */
export interface ClusterWorker {
  /** Host, port and database of the server. */
  readonly place: string;
  readonly concurrency: number;
  /** Ends it, once what it had begun is done. */
  close(this: void): Promise<void>;
}

const KEEP_SECONDS = 86_400;
const SIGN_OF_LIFE_MILLISECONDS = 2000;

/**
 * Starts a worker in this program: what `backtilt worker` does. It takes pieces from the queue until it is closed, and waits where the server goes away.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`; rejects with `package.missing`, `cluster.unreachable`.
 * @see BullMQ documentation, "Stalled jobs".
 * @example
 * const refused: unknown = await startClusterWorker('redis://:secret@127.0.0.1:1').catch((error: unknown) => error);
 * console.log(isInputError(refused, 'cluster.unreachable'), String(refused).includes('secret')); // true false
 */
export async function startClusterWorker(
  given: ClusterConnection,
  options: ClusterWorkerOptions = {},
): Promise<ClusterWorker> {
  const where = 'worker';
  const connection = readConnection(where, given);
  assertKnownOptions(where, options, ['concurrency', 'prefix', 'silenceSeconds']);
  const { concurrency = availableParallelism(), prefix = 'backtilt', silenceSeconds = 10 } = options;
  assertNumber(where, 'concurrency', concurrency, { min: 1, max: 256, integer: true });
  assertName(where, 'prefix', prefix);
  assertNumber(where, 'silenceSeconds', silenceSeconds, { min: 1, max: 3600 });
  const packages = await loadPackages(where);
  const redis = await openRedis(where, packages, connection);
  const keys = keysBelow(prefix);
  const slots = Array.from({ length: concurrency }, () => new PieceSlot());
  const serve = makeServer(redis, keys, [...slots], KEEP_SECONDS);
  const queue = await openRedis(where, packages, connection);
  const worker = new packages.bullmq.Worker<PieceData>(QUEUE, ({ data }) => serve(data), {
    connection: queue,
    prefix,
    concurrency,
    skipVersionCheck: true,
    lockDuration: silenceSeconds * 1000,
    stalledInterval: silenceSeconds * 500,
    // How often a piece was begun is counted by the workers, who can tell who is to blame: BullMQ must not give it up before.
    maxStalledCount: 2 * MOST_TRIES,
    runRetryDelay: 1000,
  });
  // Interruptions are waited out.
  worker.on('error', () => undefined);
  const member = `${randomUUID()}:${concurrency}`;
  const giveSign = async (): Promise<void> => {
    if (redis.status !== 'ready') return;
    const seconds = Number((await redis.time())[0]);
    await redis
      .multi()
      .zadd(keys.workers, seconds, member)
      .zremrangebyscore(keys.workers, 0, seconds - 60)
      .exec();
  };
  const signs = setInterval(() => {
    giveSign().catch(() => undefined);
  }, SIGN_OF_LIFE_MILLISECONDS);
  await giveSign();
  return Object.freeze<ClusterWorker>({
    place: connection.place,
    concurrency,
    close: async () => {
      clearInterval(signs);
      await worker.close();
      await redis.zrem(keys.workers, member).catch(() => undefined);
      await Promise.all(slots.map((slot) => slot.end()));
      for (const client of [redis, queue]) client.disconnect();
    },
  });
}
