import { assertKnownOptions, assertNumber, assertObject } from '../../core/index.js';
import type { BlockMethod } from './block-method.js';
import { assertBlockOptions } from './block-options.js';
import { blockPlan } from './block-plan.js';
import { blockRoom } from './draw-blocks.js';
import { resampledRows } from './resampled-rows.js';

/** Options of {@link blockIndices}. */
export interface BlockIndicesOptions {
  /** How many rows there are to draw from. */
  readonly rows: number;
  /** Mean block length in rows (stationary), or the length of every block (circular, moving; a whole number). 1 draws single rows. */
  readonly blockLength: number;
  readonly seed: number;
  /** 'stationary' when absent. */
  readonly method?: BlockMethod | undefined;
  /** How many rows are drawn; as many as there are when absent. */
  readonly length?: number | undefined;
}

/**
 * The row numbers of block bootstrap replications: a function that gives those of replication 0, 1, 2, …
 *
 * Rows are drawn in blocks of neighbours, so that what depends on the order of neighbours survives; series that are read by the same row
 * numbers stay beside each other. *Stationary*: each next row follows the last one with probability 1 − 1/blockLength and is any row otherwise, the
 * last row being followed by the first. *Circular*: blocks of one length from any row, over the end into the beginning. *Moving*: blocks of one
 * length that lie inside the data, so that rows near its ends are drawn more rarely.
 *
 * Each replication has a generator of its own, keyed by the seed and its number, and draws with whole numbers only: the rows are the same on
 * every platform, in whatever order and on however many workers they are asked for.
 *
 * @returns rows from 0 to `rows` − 1, an array of its own for each call.
 * @throws InputError `option.unknown`, `option.type`, `option.range`.
 * @see Politis, D. N. and Romano, J. P. (1994), "The Stationary Bootstrap", Journal of the American Statistical Association 89(428), 1303–1313;
 *   Politis and Romano (1992), "A Circular Block-Resampling Procedure for Stationary Data"; Künsch, H. R. (1989), Annals of Statistics 17(3).
 * @example
 * const rowsOf = blockIndices({ rows: 12, blockLength: 3, method: 'circular', seed: 1 });
 * console.log(rowsOf(0).join(' ')); // 7 8 9 9 10 11 2 3 4 0 1 2
 */
export function blockIndices(options: BlockIndicesOptions): (replication: number) => Int32Array {
  const where = 'blockIndices';
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, given, ['rows', 'blockLength', 'seed', 'method', 'length']);
  const { rows, blockLength, seed, method = 'stationary', length = rows } = options;
  assertNumber(where, 'rows', rows, { min: 1, max: 2 ** 31 - 1, integer: true });
  assertNumber(where, 'length', length, { min: 1, max: 2 ** 31 - 1, integer: true });
  assertBlockOptions(where, rows, { method, blockLength, seed });
  const plan = blockPlan({ rows, length, blockLength, method, seed });
  const room = blockRoom(plan);
  return (replication) => {
    assertNumber(where, 'replication', replication, { min: 0, max: 2 ** 31 - 1, integer: true });
    return resampledRows(plan, replication, room, new Int32Array(length));
  };
}
