import { sum, sumAt } from '../core/index.js';
import { ROUNDING } from './rounding.js';

/**
 * The weights from which limits on a trade are measured: those before it, or, where money that went out left less than no cash, those after
 * selling pro rata until cash is 0. What lies still in a hole is not sold.
 */
export function withoutDebt(drifted: Float64Array, still: readonly number[]): Float64Array {
  const invested = sum(drifted);
  if (invested <= 1 + ROUNDING) return drifted;
  const held = sumAt(drifted, still);
  const factor = Math.max(0, 1 - held) / (invested - held);
  return drifted.map((weight, member) => (still.includes(member) ? weight : weight * factor));
}
