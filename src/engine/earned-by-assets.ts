import type { ReadonlyFloat64Array } from '../core/index.js';
import type { Run, RunInput } from './run.js';

/**
 * What assets earned, in money by row: Σ weight × return × wealth before, position by position from one trade to the next, with the roundings of
 * `contributionPath`.
 */
export function earnedByAssets(
  { plan, lives, fees }: Pick<RunInput, 'plan' | 'lives' | 'fees'>,
  { book: { after }, opening, openingKept, snapshots, start, last }: Run,
): Float64Array {
  const earned = new Float64Array(last - start);
  for (let member = 0; member < plan.assets.length; member++) {
    const column = plan.positions[member]! * lives.rows;
    const expenses = fees.assets[member] ?? null;
    for (let next = 0; next < snapshots.length; next++) {
      const { row: from, holdings } = snapshots[next]!;
      let value = holdings[member]!;
      if (value === 0) continue;
      const until = Math.min(snapshots[next + 1]?.row ?? last, lives.heldUntil(member, from + 1), last);
      for (let row = from; row < until && value !== 0; row++) {
        const entry = row - start;
        const wealth = entry === 0 ? opening : after[entry - 1]!;
        const growth = lives.values[column + row + 1]!;
        const part = (value / wealth) * growth;
        earned[entry]! += entry === 0 ? openingKept * part * (opening / openingKept) : part * wealth;
        value *= (1 + growth) * (expenses?.[row + 1] ?? 1) * (fees.portfolio?.[row + 1] ?? 1);
      }
    }
  }
  return earned;
}

/** Stops earnings at the wealth that there was where all was lost: the rest is the lender's loss. */
export function stopAtRuin(
  earned: Float64Array,
  before: ReadonlyFloat64Array,
  {
    opening,
    cash,
    financing,
    fees,
    trading,
    flows,
  }: Readonly<Record<'opening' | 'cash' | 'financing' | 'fees' | 'trading' | 'flows', ReadonlyFloat64Array>>,
): Float64Array {
  const last = earned.length - 1;
  if (before[last]! <= 0) {
    earned[last] = financing[last]! + fees[last]! + trading[last]! - opening[last]! - cash[last]! - flows[last]!;
  }
  return earned;
}
