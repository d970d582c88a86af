import type { BlockPlan } from '../resampling/block-plan.js';
import { blockRoom } from '../resampling/draw-blocks.js';
import { resampledRows } from '../resampling/resampled-rows.js';
import type { JointRows } from './joint-rows.js';
import { type AnyStatistic, sampleOf, valueOf } from './sampler.js';

/** Any statistics of replications `from` to `to` (exclusive), one array for each: row by row, as the definition has it. */
export function plainValues(
  plan: BlockPlan,
  joint: JointRows,
  statistics: readonly AnyStatistic[],
  from: number,
  to: number,
): Float64Array[] {
  const values = statistics.map(() => new Float64Array(to - from));
  if (statistics.length === 0) return values;
  const room = blockRoom(plan);
  const rows = new Int32Array(plan.length);
  for (let replication = from; replication < to; replication++) {
    const sample = sampleOf(joint, resampledRows(plan, replication, room, rows), joint.series.calendar);
    for (let index = 0; index < statistics.length; index++) {
      values[index]![replication - from] = valueOf(statistics[index]!, sample);
    }
  }
  return values;
}
