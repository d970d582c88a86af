import { setTimeout as pause } from 'node:timers/promises';
import { assertKnownOptions, assertNumber, describeValue, InputError } from '../core/index.js';

/** How a source on the network is asked. */
export interface FetchOptions {
  /** A folder for answers. What lies there is not asked for again, so a study keeps its numbers, and runs without network. */
  readonly cache?: string;
  /** Asks again though the cache has an answer, and keeps the new one. */
  readonly refresh?: boolean;
  /** The address of a mirror, in place of the publisher's own. */
  readonly baseUrl?: string;
  /** For one try, in seconds; 30 when absent. */
  readonly timeout?: number;
  /** How often a failed try is repeated, after 0.5 s, 1 s, 2 s …; 2 when absent, at most 5. */
  readonly retries?: number;
}

const LARGEST = 64 * 1024 * 1024;

/** Checks the options of a fetcher. */
export function assertFetchOptions(where: string, options: FetchOptions): void {
  assertKnownOptions(where, options, ['cache', 'refresh', 'baseUrl', 'timeout', 'retries']);
  const { cache, refresh = false, baseUrl, timeout = 30, retries = 2 } = options;
  assertNumber(where, 'timeout', timeout, { min: 0.01, max: 600 });
  assertNumber(where, 'retries', retries, { min: 0, max: 5, integer: true });
  for (const [option, right, allowed] of [
    ['cache', cache === undefined || (typeof cache === 'string' && cache !== ''), 'the path of a folder'],
    ['refresh', typeof refresh === 'boolean', 'true or false'],
    ['baseUrl', baseUrl === undefined || isHttp(baseUrl), 'an address that begins with http:// or https://'],
  ] as const) {
    if (right) continue;
    const found = describeValue(options[option]);
    throw new InputError('option.type', `${where}: "${option}" is ${found}; it must be ${allowed}.`, {
      where,
      option,
      found,
    });
  }
}

const isHttp = (url: unknown): boolean => typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url);

/**
 * The bytes behind an address. A try that finds no server, breaks off, lasts too long or is told to come back later is repeated, with
 * pauses that double; an answer that says no is not.
 *
 * @throws InputError `source.unreachable` (with what to do without network), `source.answer` (the server refuses or answers too much).
 */
export async function fetchBytes(
  where: string,
  url: string,
  { timeout = 30, retries = 2 }: FetchOptions,
): Promise<Uint8Array> {
  let reason = '';
  for (let attempt = 0; attempt <= retries; attempt++) {
    if (attempt > 0) await pause(500 * 2 ** (attempt - 1));
    const answer = await ask(where, url, timeout);
    if (typeof answer !== 'string') return answer;
    reason = answer;
  }
  throw new InputError(
    'source.unreachable',
    `${where}: no answer from ${new URL(url).host} in ${retries + 1} ${retries === 0 ? 'try' : 'tries'}: ${reason}. Without network, put the file of ${url} into the "cache" folder once, or download it and read it with one of the readers.`,
    { where, url, tries: retries + 1, reason },
  );
}

/** The bytes of an answer, or why it is worth asking again. */
async function ask(where: string, url: string, timeout: number): Promise<Uint8Array | string> {
  let response: Response;
  let bytes: Uint8Array | undefined;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(timeout * 1000) });
    if (response.ok) bytes = await bodyOf(response);
    else await response.body?.cancel();
  } catch (error) {
    return failure(error, timeout);
  }
  if (bytes !== undefined && bytes.length <= LARGEST) return bytes;
  if (response.status === 429 || response.status >= 500) return `it answers ${response.status}`;
  const found = response.ok ? `more than ${LARGEST / 1024 / 1024} MB` : `status ${response.status}`;
  throw new InputError(
    'source.answer',
    `${where}: ${url} answers with ${found}. Check the name: it is written as the publisher writes it.`,
    { where, url, status: response.status },
  );
}

/** The body of an answer; reading ends soon after it has become too large. */
async function bodyOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length > LARGEST) break;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function failure(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `nothing came within ${timeout} s`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : 'the connection failed';
}
