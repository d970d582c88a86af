import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import { errorToParts, InputError, isInputError } from '../core/index.js';
import type { Keys } from './keys.js';
import { KnownBytes } from './known-bytes.js';
import type { PieceData, PieceRecord, RunSpec } from './messages.js';
import { sha256 } from './module-hash.js';
import { pack, unpack } from './pack.js';
import { pieceOf } from './piece-plan.js';
import { type PieceSlot, RunOver } from './piece-slot.js';
import { clearSuspicion, isSuspect, markSuspect, takeUp } from './tries.js';
import { ownVersions, versionMismatch } from './versions.js';

/** Runs, and data, that a worker keeps at hand. */
const MOST_KEPT = 8;

/** A piece that was taken up so often and never ended is taken up no more. */
export const MOST_TRIES = 5;

/** What a worker does with a piece from the queue: fetches what it lacks, lets a thread work, and puts the record where it is looked for. */
export function makeServer(redis: Redis, keys: Keys, slots: PieceSlot[], keepSeconds: number) {
  const specs = new KnownBytes(redis, MOST_KEPT);
  const datas = new KnownBytes(redis, MOST_KEPT);

  const heads = new WeakMap<Uint8Array, Pick<RunSpec, 'dataHash' | 'kind'>>();
  // A grid may be long: it is read once.
  const headOf = (spec: Uint8Array): Pick<RunSpec, 'dataHash' | 'kind'> => {
    let head = heads.get(spec);
    if (head === undefined) {
      const { dataHash, kind } = unpack(spec) as RunSpec;
      heads.set(spec, (head = { dataHash, kind }));
    }
    return head;
  };

  const recordOf = async (
    { run, piece, versions, params, limit }: PieceData,
    tries: number,
    careful: boolean,
  ): Promise<Uint8Array | undefined> => {
    if (versions !== ownVersions()) throw versionMismatch(versions, ownVersions(), hostname());
    if (tries > MOST_TRIES) return pack(givenUp(piece, MOST_TRIES));
    const spec = await specs.of(keys.run(run).spec);
    if (spec === undefined) return undefined;
    const { dataHash, kind } = headOf(spec);
    const data = await datas.of(keys.data(dataHash), (bytes) => {
      assertSameData(bytes, dataHash);
    });
    if (data === undefined) return undefined;
    const slot = slots.pop()!;
    try {
      const packed = params === undefined ? undefined : new Uint8Array(Buffer.from(params, 'base64'));
      const order = { run, piece, params: packed, spec, data };
      return await slot.work(order, { limit, kind, apart: careful || isSuspect(tries) }, () =>
        markSuspect(redis, keys.run(run)),
      );
    } finally {
      slots.push(slot);
    }
  };

  return async (asked: PieceData): Promise<void> => {
    const { done, news, tries } = keys.run(asked.run);
    const taken = await takeUp(redis, keys.run(asked.run), asked.piece, keepSeconds);
    // A run that has ended, or was stopped, needs no more pieces.
    if (taken === undefined) return;
    let record: Uint8Array | undefined;
    try {
      record = await recordOf(asked, taken.tries, taken.careful);
    } catch (error) {
      if (error instanceof RunOver) return;
      if (!isInputError(error)) throw error;
      record = pack({ kind: 'refused', error: errorToParts(error) } satisfies PieceRecord);
    }
    if (record === undefined) return;
    if (isSuspect(taken.tries)) await clearSuspicion(redis, keys.run(asked.run));
    const { buffer, byteOffset, byteLength } = record;
    const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    const written = redis.multi().hsetnx(done, asked.piece, bytes);
    written.expire(done, keepSeconds).hdel(tries, asked.piece);
    await written.rpush(news, asked.piece).expire(news, keepSeconds).exec();
  };
}

function givenUp(piece: string, tries: number): PieceRecord {
  const { from, to } = pieceOf(piece) ?? { from: -1, to: -1 };
  return { kind: 'killed', from, to, late: false, said: `taken up ${tries} times, and never ended` };
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
