import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { InputError } from '../core/index.js';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The address of a strategy's file, from an absolute path or a `file:` address.
 *
 * @throws InputError `option.range` for the name of a package and other addresses: these have no file whose hash could be compared.
 */
export function moduleAddress(module: string): string {
  if (module.startsWith('file:')) return module;
  if (isAbsolute(module)) return pathToFileURL(module).href;
  throw new InputError(
    'option.range',
    `cluster, strategy: the module is "${module}"; it must be an absolute path or new URL('./my-strategy.js', import.meta.url): a file that lies at the same place on every worker.`,
    { module },
  );
}

/**
 * SHA-256 of a strategy's file.
 *
 * @throws InputError `file.missing`.
 */
export async function moduleHash(address: string, where: string): Promise<string> {
  try {
    return sha256(await readFile(fileURLToPath(address)));
  } catch (error) {
    const reason = (error as { readonly code?: string }).code ?? 'unknown error';
    throw new InputError(
      'file.missing',
      `${where}: the strategy's file ${address} cannot be read (${reason}). Put the same file at the same place on every worker.`,
      { module: address, reason },
    );
  }
}

/**
 * Makes sure that a strategy's file is the one that was asked for.
 *
 * @returns its address with the hash, so that another state of the file is another module.
 * @throws InputError `cluster.mismatch`, `file.missing`.
 */
export async function checkedModule(address: string, hash: string, host: string): Promise<string> {
  const found = await moduleHash(address, `cluster, worker on ${host}`);
  if (found === hash) return `${address}?sha256=${hash}`;
  throw new InputError(
    'cluster.mismatch',
    `cluster: the strategy's file ${address} on ${host} is another one (SHA-256 ${found.slice(0, 12)}…, asked for ${hash.slice(0, 12)}…). Put the same file at the same place on every worker.`,
    { module: address, host, found, asked: hash },
  );
}
