import type { Redis } from 'ioredis';

/** Bytes that a worker has fetched, under their key: in memory that its threads share. */
export class KnownBytes {
  readonly #known = new Map<string, Promise<Uint8Array | undefined>>();
  readonly #redis: Redis;
  readonly #most: number;

  constructor(redis: Redis, most: number) {
    this.#redis = redis;
    this.#most = most;
  }

  /** @returns undefined where the server has none. */
  async of(key: string, check: (bytes: Uint8Array) => void = () => undefined): Promise<Uint8Array | undefined> {
    let found = this.#known.get(key);
    if (found === undefined) {
      if (this.#known.size >= this.#most) this.#known.delete([...this.#known.keys()][0]!);
      this.#known.set(key, (found = this.#fetch(key, check)));
    }
    try {
      const bytes = await found;
      if (bytes === undefined) this.#known.delete(key);
      return bytes;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }

  async #fetch(key: string, check: (bytes: Uint8Array) => void): Promise<Uint8Array | undefined> {
    const bytes = await this.#redis.getBuffer(key);
    if (bytes === null) return undefined;
    check(bytes);
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    return shared;
  }
}
