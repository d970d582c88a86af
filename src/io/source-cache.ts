import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../core/index.js';
import { assertFetchOptions, type FetchOptions } from './fetch-bytes.js';
import { fileFailure } from './file-path.js';

/**
 * A text from the cache folder where it lies there, else what `ask` brings, which is then kept. The file appears under its name only when
 * it is whole, so a broken run leaves nothing half.
 *
 * @throws InputError `file.missing` when the folder cannot be made or written, and those of `ask`.
 */
export async function throughCache(
  where: string,
  name: string,
  options: FetchOptions,
  ask: () => Promise<string>,
): Promise<string> {
  assertFetchOptions(where, options);
  const { cache, refresh = false } = options;
  if (cache === undefined) return ask();
  const path = join(cache, name);
  if (!refresh && existsSync(path)) return onDisk(where, path, () => readFileSync(path, 'utf8'));
  const text = await ask();
  onDisk(where, path, () => {
    mkdirSync(cache, { recursive: true });
    const unfinished = `${path}.${process.pid}.part`;
    try {
      writeFileSync(unfinished, text, 'utf8');
      renameSync(unfinished, path);
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
  return text;
}

function onDisk<T>(where: string, path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new InputError(
      'file.missing',
      `${where}: cannot use the cache "${path}": ${fileFailure(error)}. Give a folder that can be read and written.`,
      { where, path },
    );
  }
}

/**
 * Refuses a name that could not be one of the publisher's; it becomes part of an address and of a file name.
 *
 * @throws InputError `option.type`.
 */
export function assertSourceName(where: string, what: string, name: unknown, example: string): asserts name is string {
  if (typeof name === 'string' && /^\w[\w.-]{0,99}$/.test(name)) return;
  const found = typeof name === 'string' ? JSON.stringify(name.slice(0, 60)) : typeof name;
  throw new InputError(
    'option.type',
    `${where}: the ${what} is ${found}; it must be a name of letters, digits, points, hyphens and underscores, such as "${example}".`,
    { where, found },
  );
}
