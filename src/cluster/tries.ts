import type { Redis } from 'ioredis';
import type { RunKeys } from './keys.js';

/** Beside the names of pieces: a piece of the run has ended a thread or a worker; by suspicion (it was begun and never ended) or proof. */
const CAREFUL = 'careful';

/** How often a piece was taken up, this time among it. */
export interface TakenUp {
  readonly tries: number;
  /** Whether some piece of the run has ended a thread or a worker. */
  readonly careful: boolean;
}

/** One question for three: whether the run goes on, how often the piece was begun, and whether care is called for. */
const TAKE_UP = `
if redis.call('EXISTS', KEYS[1]) == 0 then return false end
local tries = redis.call('HINCRBY', KEYS[2], ARGV[1], 1)
if tries > 1 then redis.call('HSETNX', KEYS[2], '${CAREFUL}', 'suspicion') end
redis.call('EXPIRE', KEYS[2], ARGV[2])
return { tries, redis.call('HEXISTS', KEYS[2], '${CAREFUL}') }`;

/**
 * Writes down that a piece is begun: where it ends the whole worker, the next one finds that it was begun and never ended.
 *
 * @returns undefined where the run is over.
 */
export async function takeUp(redis: Redis, run: RunKeys, piece: string, keep: number): Promise<TakenUp | undefined> {
  const found = (await redis.eval(TAKE_UP, 2, run.spec, run.tries, piece, keep)) as readonly [number, number] | null;
  return found === null ? undefined : { tries: found[0], careful: found[1] === 1 };
}

/** A piece that was begun before may be what ended its worker. */
export const isSuspect = (tries: number): boolean => tries > 1;

const MARK = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[2], '${CAREFUL}', 'proof')
return 1`;

/**
 * Writes down that a piece of the run has ended a thread: the next ones are worked out in processes of their own.
 *
 * @returns whether the run goes on.
 */
export const markSuspect = async (redis: Redis, run: RunKeys): Promise<boolean> =>
  (await redis.eval(MARK, 2, run.spec, run.tries)) === 1;

const CLEAR = `if redis.call('HGET', KEYS[1], '${CAREFUL}') == 'suspicion' then redis.call('HDEL', KEYS[1], '${CAREFUL}') end`;

/** A piece that was begun before has ended well: its worker met with an accident. What was proved of others stays. */
export async function clearSuspicion(redis: Redis, run: RunKeys): Promise<void> {
  await redis.eval(CLEAR, 1, run.tries);
}

/** Pieces that were begun and have not ended. */
export const begun = async (redis: Redis, run: RunKeys): Promise<readonly string[]> =>
  (await redis.hkeys(run.tries)).filter((name) => name !== CAREFUL);
