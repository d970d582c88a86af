import type { BlockPlan } from './block-plan.js';
import { GUIDE_BITS, searchLength } from './geometric-lengths.js';
import { fillWords, openStream, WORDS } from './word-stream.js';

/** Room for the blocks of one replication, used again for the next one. */
export interface BlockRoom {
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  readonly state: Int32Array;
  readonly words: Uint32Array;
}

/** Room for a plan: at worst every block is one row long. */
export const blockRoom = ({ length }: Pick<BlockPlan, 'length'>): BlockRoom => ({
  starts: new Int32Array(length),
  lengths: new Int32Array(length),
  state: new Int32Array(4),
  words: new Uint32Array(WORDS),
});

const PER_WORD = 2 ** -32;
const SHIFT = 32 - GUIDE_BITS;

/**
 * Draws the blocks of one replication, as pieces of at most `plan.longest` rows that may run over the end of the data into its beginning,
 * and answers how many there are. Together they have `plan.length` rows. Replication k depends on the seed and on k, on nothing else.
 */
export function drawBlocks(plan: BlockPlan, replication: number, room: BlockRoom): number {
  openStream(room.state, plan.seed, replication);
  return plan.size === 0 ? drawGeometric(plan, room) : drawFixed(plan, room);
}

/**
 * Each next row follows the last one with probability 1 − 1/mean, and is any row otherwise: drawn as geometric lengths.
 *
 * One word gives both: of word · rows the part over 2³² is the start, and what is left is uniform on 0 … 2³² − 1 in steps of `rows`, so that a
 * length has its probability to within rows / 2³².
 */
function drawGeometric(plan: BlockPlan, { starts, lengths, state, words }: BlockRoom): number {
  const { rows, longest, thresholds, guide } = plan;
  const scale = rows * PER_WORD;
  let left = plan.length;
  let place = WORDS;
  let count = 0;
  while (left > 0) {
    if (place === WORDS) {
      fillWords(state, words);
      place = 0;
    }
    const drawn = words[place++]!;
    let start = (drawn * scale) | 0;
    const word = Math.imul(drawn, rows) >>> 0;
    let length = guide[word >>> SHIFT]!;
    if (length === 0) {
      length = searchLength(word, thresholds);
      while (length > longest && left > longest) {
        starts[count] = start;
        lengths[count++] = longest;
        left -= longest;
        start += longest;
        if (start >= rows) start -= rows;
        if (place === WORDS) {
          fillWords(state, words);
          place = 0;
        }
        length = searchLength(words[place++]!, thresholds);
      }
    }
    if (length > left) length = left;
    starts[count] = start;
    lengths[count++] = length;
    left -= length;
  }
  return count;
}

/** Blocks of one length from any allowed start; the last one is cut where the replication is full. */
function drawFixed(plan: BlockPlan, { starts, lengths, state, words }: BlockRoom): number {
  const { rows, size, longest } = plan;
  const scale = plan.starts * PER_WORD;
  let left = plan.length;
  let place = WORDS;
  let count = 0;
  while (left > 0) {
    if (place === WORDS) {
      fillWords(state, words);
      place = 0;
    }
    let start = (words[place++]! * scale) | 0;
    for (let rest = Math.min(size, left); rest > 0;) {
      const length = Math.min(rest, longest);
      starts[count] = start;
      lengths[count++] = length;
      rest -= length;
      left -= length;
      start += length;
      if (start >= rows) start -= rows;
    }
  }
  return count;
}
