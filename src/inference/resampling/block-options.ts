import { assertNumber, assertOneOf } from '../../core/index.js';
import { blockMethods } from './block-method.js';

/** Refuses a method that is not known, a block length that is none, and a seed that is not a whole number. */
export function assertBlockOptions(
  where: string,
  rows: number,
  { method, blockLength, seed }: { readonly method: unknown; readonly blockLength: unknown; readonly seed: unknown },
): void {
  assertOneOf(where, 'method', method, blockMethods);
  const fixed = method !== 'stationary';
  const allowed = `${fixed ? 'a whole number of rows' : 'a mean number of rows'} from 1 to the ${rows} that there are`;
  assertNumber(where, 'blockLength', blockLength, { min: 1, max: rows, integer: fixed, allowed });
  assertNumber(where, 'seed', seed, { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, integer: true });
}
