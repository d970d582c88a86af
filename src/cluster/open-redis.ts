import type { Redis } from 'ioredis';
import { InputError } from '../core/index.js';
import { type ReadConnection, unreachable } from './connection.js';

/** How long the first connection may take. */
const FIRST_SECONDS = 5;

/** The two packages that this room stands on; both are optional. */
export interface Packages {
  readonly bullmq: typeof import('bullmq');
  readonly Redis: typeof Redis;
}

/** How the packages are loaded. */
export interface PackageImports {
  readonly bullmq: () => Promise<typeof import('bullmq')>;
  readonly ioredis: () => Promise<{ readonly Redis: typeof Redis }>;
}

/**
 * Loads the packages.
 *
 * @throws InputError `package.missing`, with what to install.
 */
export async function loadPackages(
  where: string,
  imports: PackageImports = { bullmq: () => import('bullmq'), ioredis: () => import('ioredis') },
): Promise<Packages> {
  const [bullmq, ioredis] = await Promise.all([
    needed(where, 'bullmq', imports.bullmq),
    needed(where, 'ioredis', imports.ioredis),
  ]);
  return { bullmq, Redis: ioredis.Redis };
}

async function needed<Loaded>(where: string, name: string, load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    return await load();
  } catch (error) {
    const { code, message = '' } = error as { readonly code?: unknown; readonly message?: string };
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND' && !/cannot find/i.test(message)) throw error;
    throw new InputError(
      'package.missing',
      `${where}: the package "${name}" is not installed. Install both that a cluster takes: npm install bullmq ioredis.`,
      { package: name, install: 'npm install bullmq ioredis' },
    );
  }
}

/**
 * Connects, and makes sure that the server answers. Later interruptions are waited out: commands follow when it is back.
 *
 * @throws InputError `cluster.unreachable`.
 */
export async function openRedis(where: string, { Redis }: Packages, connection: ReadConnection): Promise<Redis> {
  let first = true;
  const redis = new Redis({
    ...connection.options,
    lazyConnect: true,
    connectTimeout: FIRST_SECONDS * 1000,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (first ? null : Math.min(100 * times, 2000)),
  });
  let said: unknown;
  redis.on('error', (error: unknown) => {
    said = error;
  });
  try {
    await redis.connect();
    await redis.ping();
    first = false;
    return redis;
  } catch (error) {
    redis.disconnect();
    throw unreachable(where, connection, said ?? error);
  }
}
