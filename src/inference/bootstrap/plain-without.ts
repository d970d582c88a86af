import { sliceCalendar } from '../../time/index.js';
import type { JointRows } from './joint-rows.js';
import { type AnyStatistic, sampleOf, valueOf } from './sampler.js';

/** Any statistics of the data without one block of `size` rows, for each of the blocks that follow each other from the first row on. */
export function plainWithout(joint: JointRows, statistics: readonly AnyStatistic[], size: number): Float64Array[] {
  const count = joint.series.values.length;
  const blocks = Math.floor(count / size);
  const values = statistics.map(() => new Float64Array(blocks));
  if (statistics.length === 0) return values;
  const calendar = sliceCalendar(joint.series.calendar, 0, count - size);
  for (let block = 0; block < blocks; block++) {
    const kept = Int32Array.from({ length: count - size }, (_, row) => (row < block * size ? row : row + size));
    const sample = sampleOf(joint, kept, calendar);
    for (let index = 0; index < statistics.length; index++) {
      values[index]![block] = valueOf(statistics[index]!, sample);
    }
  }
  return values;
}
