import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import { errorToParts, InputError, isInputError } from '../core/index.js';
import type { Keys } from './keys.js';
import { KnownBytes } from './known-bytes.js';
import type { PieceData, PieceRecord, RunSpec } from './messages.js';
import { sha256 } from './module-hash.js';
import { pack, unpack } from './pack.js';
import type { PieceThread } from './piece-thread.js';
import { ownVersions, versionMismatch } from './versions.js';

/** Runs, and data, that a worker keeps at hand. */
const MOST_KEPT = 8;

/** What a worker does with a piece from the queue: fetches what it lacks, lets a thread work, and puts the record where it is looked for. */
export function makeServer(redis: Redis, keys: Keys, threads: PieceThread[], keepSeconds: number) {
  const specs = new KnownBytes(redis, MOST_KEPT);
  const datas = new KnownBytes(redis, MOST_KEPT);

  const hashes = new WeakMap<Uint8Array, string>();
  // A grid may be long: it is read once.
  const hashIn = (spec: Uint8Array): string => {
    const hash = hashes.get(spec) ?? (unpack(spec) as RunSpec).dataHash;
    hashes.set(spec, hash);
    return hash;
  };

  const recordOf = async ({ run, piece, versions, params }: PieceData): Promise<Uint8Array | undefined> => {
    if (versions !== ownVersions()) throw versionMismatch(versions, ownVersions(), hostname());
    const spec = await specs.of(keys.run(run).spec);
    if (spec === undefined) return undefined;
    const dataHash = hashIn(spec);
    const data = await datas.of(keys.data(dataHash), (bytes) => {
      assertSameData(bytes, dataHash);
    });
    if (data === undefined) return undefined;
    const thread = threads.pop()!;
    try {
      const packed = params === undefined ? undefined : new Uint8Array(Buffer.from(params, 'base64'));
      return await thread.ask({ run, piece, params: packed, spec, data });
    } finally {
      threads.push(thread);
    }
  };

  return async (asked: PieceData): Promise<void> => {
    const { done, news, spec } = keys.run(asked.run);
    // A run that has ended, or was stopped, needs no more pieces.
    if ((await redis.exists(spec)) === 0) return;
    let record: Uint8Array | undefined;
    try {
      record = await recordOf(asked);
    } catch (error) {
      if (!isInputError(error)) throw error;
      record = pack({ kind: 'refused', error: errorToParts(error) } satisfies PieceRecord);
    }
    if (record === undefined) return;
    const written = redis.multi().hsetnx(done, asked.piece, Buffer.from(record.buffer as ArrayBuffer));
    await written.expire(done, keepSeconds).rpush(news, asked.piece).expire(news, keepSeconds).exec();
  };
}

function assertSameData(bytes: Uint8Array, hash: string): void {
  const found = sha256(bytes);
  if (found === hash) return;
  throw new InputError(
    'cluster.mismatch',
    `cluster: a worker on ${hostname()} found other data (SHA-256 ${found.slice(0, 12)}…) than were sent (${hash.slice(0, 12)}…). Something else writes to the server; start the run again with another prefix.`,
    { host: hostname(), found, asked: hash },
  );
}
