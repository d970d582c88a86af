import { assertKnownOptions } from '../core/index.js';

/** Refuses what is not an options object, and option names that the function does not know. Leaves the caller's type alone. */
export function checkOptions(where: string, options: unknown, known: readonly string[]): void {
  assertKnownOptions(where, options, known);
}
