import type { BlockPlan } from './block-plan.js';
import { type BlockRoom, drawBlocks } from './draw-blocks.js';

/** Writes the row numbers of one replication, `plan.length` of them, into `into`. */
export function resampledRows(plan: BlockPlan, replication: number, room: BlockRoom, into: Int32Array): Int32Array {
  const count = drawBlocks(plan, replication, room);
  let place = 0;
  for (let block = 0; block < count; block++) {
    let row = room.starts[block]!;
    for (let step = room.lengths[block]!; step > 0; step--) {
      into[place++] = row;
      if (++row === plan.rows) row = 0;
    }
  }
  return into;
}
