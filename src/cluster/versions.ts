import { endianness } from 'node:os';
import { InputError, libraryVersion } from '../core/index.js';

/** What must be the same on both sides, so that every figure is the same to the last bit: the library, what messages look like, the mathematics of the platform. */
export const ownVersions = (): string =>
  `backtilt ${libraryVersion}, messages 2, Node ${process.versions.node.split('.')[0]!}, ${endianness()}`;

/** Says that a worker and the program that hands out work differ. */
export function versionMismatch(asked: string, own: string, host: string): InputError {
  return new InputError(
    'cluster.mismatch',
    `cluster: a worker on ${host} runs ${own}, this program ${asked}: figures could differ. Install the same versions of backtilt and Node on both, and start the worker anew.`,
    { driver: asked, worker: own, host },
  );
}
