import { type GeometricLengths, geometricLengths } from './geometric-lengths.js';
import type { BlockMethod } from './block-method.js';

/** What is to be drawn, as numbers: what a kernel, or a worker, needs to know. */
export interface BlockPlan extends GeometricLengths {
  /** Rows that there are. */
  readonly rows: number;
  /** Rows of one replication. */
  readonly length: number;
  /** How many rows a block may start on: from 0 to `starts` − 1. */
  readonly starts: number;
  /** The length of every block; 0 where lengths are geometric. */
  readonly size: number;
  /** The longest piece that is handed over at once; longer blocks are chains of pieces. */
  readonly longest: number;
  readonly seed: number;
}

/** What a plan is made from; checked before. */
export interface BlockPlanInput {
  readonly rows: number;
  readonly length: number;
  readonly blockLength: number;
  readonly method: BlockMethod;
  readonly seed: number;
}

const LONGEST = 128;
const TABLE_CELLS = 2 ** 18;

/** The plan of some block bootstrap. Fixed lengths are whole; a block is never longer than the data. */
export function blockPlan({ rows, length, blockLength, method, seed }: BlockPlanInput): BlockPlan {
  const stationary = method === 'stationary';
  const size = stationary ? 0 : Math.min(rows, Math.max(1, Math.round(blockLength)));
  // Four mean lengths hold all but 2 in 100 blocks; on many rows shorter pieces keep the tables small.
  const useful = Math.ceil(4 * blockLength);
  const affordable = Math.max(16, Math.floor(TABLE_CELLS / rows));
  const longest = Math.max(1, Math.min(stationary ? useful : size, affordable, LONGEST, rows));
  return {
    rows,
    length,
    starts: method === 'moving' ? rows - size + 1 : rows,
    size,
    longest,
    seed,
    ...geometricLengths(stationary ? blockLength : 1, longest),
  };
}
