import type { Plan } from './plan.js';
import type { FeeFactors } from './read-fees.js';
import type { Lives } from './lives.js';
import type { Run } from './run.js';

/**
 * The weight of one of the run's assets at the start of each row: its money after the last trade, grown by its own returns and fees, over
 * the wealth of the portfolio. Worked out when asked for, from the snapshots and the wealth path.
 */
export function weightPath(
  run: Run,
  lives: Lives,
  fees: FeeFactors,
  { positions }: Plan,
  member: number,
): Float64Array {
  const { start, last, book, opening, snapshots } = run;
  const { values, rows } = lives;
  const column = positions[member]! * rows;
  const expenses = fees.assets[member] ?? null;
  const weights = new Float64Array(last - start);
  let next = 0;
  let value = 0;
  for (let row = start; row < last; row++) {
    while (next < snapshots.length && snapshots[next]!.row <= row) value = snapshots[next++]!.holdings[member]!;
    if (value === 0 || lives.heldUntil(member, row + 1) <= row) {
      value = 0;
      continue;
    }
    const wealth = row === start ? opening : book.after[row - start - 1]!;
    weights[row - start] = value / wealth;
    value *= (1 + values[column + row + 1]!) * (expenses?.[row + 1] ?? 1) * (fees.portfolio?.[row + 1] ?? 1);
  }
  return weights;
}

/** What one of the run's assets contributed to each row: its weight at the start times its return, before expense ratios. */
export function contributionPath(
  run: Run,
  lives: Lives,
  { positions }: Plan,
  member: number,
  weights: Float64Array,
): Float64Array {
  const column = positions[member]! * lives.rows;
  return weights.map((weight, entry) => {
    const earned = weight === 0 ? 0 : weight * lives.values[column + run.start + 1 + entry]!;
    return entry === 0 ? run.openingKept * earned : earned;
  });
}
