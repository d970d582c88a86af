import { blockIndices } from '../resampling/block-indices.js';
import type { SnoopingInput } from './snooping-options.js';

/** Hands the means of every stationary-bootstrap resample to `visit`: all columns by the same rows, in one array that is used again. */
export function resampledMeans(
  { differences, n, blockLength, seed, replications }: SnoopingInput,
  visit: (means: Float64Array) => void,
): void {
  const rowsOf = blockIndices({ rows: n, blockLength, seed });
  const counts = new Float64Array(n);
  const means = new Float64Array(differences.length);
  for (let draw = 0; draw < replications; draw++) {
    counts.fill(0);
    for (const row of rowsOf(draw)) counts[row]!++;
    differences.forEach((column, trial) => {
      let total = 0;
      for (let row = 0; row < n; row++) total += counts[row]! * column[row]!;
      means[trial] = total / n;
    });
    visit(means);
  }
}
