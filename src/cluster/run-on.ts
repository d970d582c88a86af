import type { Redis } from 'ioredis';
import type { ClusterWork } from './cluster-work.js';
import { type ReadConnection, unreachable } from './connection.js';
import { type Done, Drive } from './drive.js';
import { keysBelow, QUEUE } from './keys.js';
import { loadPackages, openRedis } from './open-redis.js';
import { RunStore } from './run-store.js';

/** How a cluster runs work; all checked. */
export interface RunSettings {
  readonly connection: ReadConnection;
  readonly prefix: string;
  readonly patience: number;
  readonly keepSeconds: number;
  readonly pieceSeconds: number;
}

/** Runs some work from the first connection to the last answer. Nothing stays open behind it. */
export async function runOn(
  { connection, prefix, patience, keepSeconds, pieceSeconds }: RunSettings,
  work: ClusterWork,
  done: Done,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  const packages = await loadPackages('cluster');
  const clients: Redis[] = [];
  const open = async (): Promise<Redis> => {
    const client = await openRedis('cluster', packages, connection);
    clients.push(client);
    return client;
  };
  const stop = stopper(signal, connection, patience);
  try {
    const [redis, blocking] = [await open(), await open()];
    stop.watch(redis);
    const queue = new packages.bullmq.Queue(QUEUE, { connection: redis, prefix, skipVersionCheck: true });
    queue.on('error', () => undefined);
    const store = new RunStore(redis, queue, keysBelow(prefix), work, keepSeconds, pieceSeconds);
    const drive = new Drive(store, done, patience);
    try {
      await Promise.race([drive.run(blocking), stop.reason]);
    } catch (error) {
      if (redis.status === 'ready') await drive.leave().catch(() => undefined);
      throw error;
    }
  } finally {
    stop.end();
    for (const client of clients) client.disconnect();
  }
}

/** What ends a run from outside: its signal, or a server that stays away. */
function stopper(
  signal: AbortSignal | undefined,
  connection: ReadConnection,
  patience: number,
): { readonly reason: Promise<never>; watch: (redis: Redis) => void; end: () => void } {
  let reject: (error: Error) => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const reason = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  reason.catch(() => undefined);
  const abort = (): void => {
    reject(signal?.reason as Error);
  };
  signal?.addEventListener('abort', abort);
  return {
    reason,
    watch: (redis) => {
      redis.on('close', () => {
        // Whoever leaves by itself waits for nothing.
        if (over) return;
        timer ??= setTimeout(() => {
          reject(unreachable('cluster', connection, new Error(`away for ${patience} s`)));
        }, patience * 1000);
      });
      redis.on('ready', () => {
        clearTimeout(timer);
        timer = undefined;
      });
    },
    end: () => {
      over = true;
      signal?.removeEventListener('abort', abort);
      clearTimeout(timer);
    },
  };
}
