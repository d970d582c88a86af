import { assertNumber, assertOneOf, InputError } from '../../core/index.js';
import { type BlockMethod, blockMethods } from './block-method.js';

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

/** Refuses blocks of one length of which there is only one: every draw of it is the data themselves, turned round at most. */
export function assertTwoBlocks(
  where: string,
  rows: number,
  { method, blockLength }: { readonly method: BlockMethod; readonly blockLength: number },
): void {
  if (method === 'stationary' || blockLength < rows) return;
  throw new InputError(
    'option.range',
    `${where}: "blockLength" is ${blockLength}, which makes one block of all ${rows} rows, and nothing else can be drawn. Give a shorter one, or method 'stationary'.`,
    { where, option: 'blockLength', found: blockLength, rows },
  );
}
