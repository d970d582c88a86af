import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { ClusterWork } from './cluster-work.js';
import type { Keys, RunKeys } from './keys.js';
import type { PieceData, PieceRecord } from './messages.js';
import { unpack } from './pack.js';
import { pieceOf } from './piece-plan.js';
import { begun } from './tries.js';
import { ownVersions } from './versions.js';

/** A worker that was silent for longer is not counted. */
const SILENT_SECONDS = 10;

/** Of a piece whose record could not be written; what ends workers is counted by themselves (`tries`). */
const ATTEMPTS = 3;

/** What a run reads and writes on the server. Everything can be said twice without harm. */
export class RunStore {
  readonly #keys: RunKeys;

  constructor(
    readonly redis: Redis,
    readonly queue: Queue,
    readonly keys: Keys,
    readonly work: ClusterWork,
    readonly keepSeconds: number,
    readonly pieceSeconds: number,
  ) {
    this.#keys = keys.run(work.id);
  }

  get news(): string {
    return this.#keys.news;
  }

  /** Puts the data and what is to be done where workers find them, unless they are there. */
  async put(): Promise<void> {
    const { redis, work, keepSeconds: keep } = this;
    const data = this.keys.data(work.dataHash);
    // The data travel once: they are sent only where the server has none under their hash.
    if ((await redis.expire(data, keep)) === 0) await redis.set(data, Buffer.from(work.data), 'EX', keep);
    await redis.set(this.#keys.spec, Buffer.from(work.spec), 'EX', keep);
  }

  /** Whether the server has lost what workers need: it was started anew without its memory, or it was long ago. */
  async lost(): Promise<boolean> {
    return (await this.redis.exists(this.#keys.spec, this.keys.data(this.work.dataHash))) < 2;
  }

  /** Names of pieces that were handed out, and of those that are done. */
  async known(): Promise<{ readonly open: readonly string[]; readonly done: readonly string[] }> {
    const [open, done] = await Promise.all([
      this.redis.smembers(this.#keys.open),
      this.redis.hkeys(this.#keys.done),
      this.redis.del(this.#keys.news),
    ]);
    return { open, done };
  }

  /** Hands pieces out. One that is in the queue already stays there once. */
  async handOut(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const { work, keepSeconds: keep } = this;
    await this.redis
      .pipeline()
      .sadd(this.#keys.open, ...names)
      .expire(this.#keys.open, keep)
      .exec();
    const versions = ownVersions();
    const jobs = names.map((name) => {
      const piece = pieceOf(name);
      const params = piece === undefined ? undefined : work.params(piece.from, piece.to);
      const data: PieceData = {
        ...{ run: work.id, piece: name, versions, limit: this.pieceSeconds },
        ...(params === undefined ? {} : { params: Buffer.from(params).toString('base64') }),
      };
      return {
        name: work.what,
        data,
        opts: { jobId: this.#jobId(name), attempts: ATTEMPTS, removeOnComplete: true, removeOnFail: { age: keep } },
      };
    });
    await this.queue.addBulk(jobs);
  }

  /** What was found in some pieces; undefined for those that are not done. */
  async records(names: readonly string[]): Promise<(PieceRecord | undefined)[]> {
    if (names.length === 0) return [];
    const found = await this.redis.hmgetBuffer(this.#keys.done, ...names);
    return found.map((bytes) => (bytes === null ? undefined : (unpack(bytes) as PieceRecord)));
  }

  /** Pieces that were done lately; waits a second for the first. */
  async listen(blocking: Redis): Promise<readonly string[]> {
    const first = await blocking.blpop(this.#keys.news, 1);
    if (first === null) return [];
    return [first[1], ...((await this.redis.lpop(this.#keys.news, 255)) ?? [])];
  }

  /** Threads of the workers that have given a sign of life lately. */
  async threads(): Promise<number> {
    const [seconds] = await this.redis.time();
    const alive = await this.redis.zrangebyscore(this.keys.workers, Number(seconds) - SILENT_SECONDS, '+inf');
    return alive.reduce((sum, one) => sum + Number(one.split(':')[1]), 0);
  }

  /** Why a piece failed for good; '' where it is gone from the queue, undefined where it is on its way. */
  async fate(name: string): Promise<string | undefined> {
    const state = await this.queue.getJobState(this.#jobId(name));
    if (state === 'failed') return (await this.queue.getJob(this.#jobId(name)))?.failedReason ?? '';
    return state === 'unknown' || state === 'completed' ? '' : undefined;
  }

  /** Pieces that a worker has begun and not ended. */
  begun(): Promise<readonly string[]> {
    return begun(this.redis, this.#keys);
  }

  /** Takes pieces out of the queue and forgets what was found in some. What a worker has begun, it ends. */
  async drop(open: Iterable<string>, failed: readonly string[]): Promise<void> {
    const { spec, news, open: handedOut, tries } = this.#keys;
    await this.redis.del(spec, news, handedOut, tries);
    if (failed.length > 0) await this.redis.hdel(this.#keys.done, ...failed);
    for (const name of open) await this.queue.remove(this.#jobId(name)).catch(() => undefined);
  }

  /** Forgets the run. Its data stay for the next one. */
  async forget(): Promise<void> {
    const { spec, done, open, news, tries } = this.#keys;
    await this.redis.del(spec, done, open, news, tries);
  }

  #jobId(name: string): string {
    return `${this.work.id}.${name}`;
  }
}
