/** A sum of weights above 1 by more than this is debt, not rounding. */
const ROUNDING = 1e-12;

/**
 * The weights from which limits on a trade are measured: those before it, or, where money that went out left less than no cash, those after
 * selling pro rata until cash is 0. What lies still in a hole is not sold.
 */
export function withoutDebt(drifted: Float64Array, still: readonly number[]): Float64Array {
  const invested = drifted.reduce((sum, weight) => sum + weight, 0);
  if (invested <= 1 + ROUNDING) return drifted;
  const held = still.reduce((sum, member) => sum + drifted[member]!, 0);
  const factor = Math.max(0, 1 - held) / (invested - held);
  return drifted.map((weight, member) => (still.includes(member) ? weight : weight * factor));
}
