import { assertKnownOptions, assertObject } from '../core/index.js';

/** Refuses what is not an options object, and option names that the function does not know. Leaves the caller's type alone. */
export function checkOptions(where: string, options: unknown, known: readonly string[]): void {
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, known);
}
