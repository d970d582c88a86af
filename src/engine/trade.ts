import type { Position } from './grow.js';
import type { Target } from './read-target.js';

/** What one trade did. Everything is a fraction of the wealth before it. */
export interface TradeFigures {
  /** Drifted weights before the trade, by position in the run's assets. */
  readonly drifted: Float64Array;
  /** Σ |target − drifted| over the assets: what is bought plus what is sold. */
  readonly traded: number;
  /** One-way turnover: half of Σ |target − drifted| with cash counted as a holding. A first purchase or a full switch is 1. */
  readonly turnover: number;
  readonly cost: number;
}

/**
 * Trades a position to its target at one close: cost = Σ κ |target − drifted|, wealth after = wealth before × (1 − cost), and the
 * target weights apply to what is left (the linear rule).
 */
export function trade(position: Position, target: Target, rates: Float64Array): TradeFigures {
  const { holdings } = position;
  let wealth = position.cash;
  for (let member = 0; member < holdings.length; member++) wealth += holdings[member]!;
  const drifted = new Float64Array(holdings.length);
  const change = new Float64Array(holdings.length);
  for (let member = 0; member < holdings.length; member++) {
    drifted[member] = wealth > 0 ? holdings[member]! / wealth : 0;
    change[member] = -drifted[member]!;
  }
  for (let entry = 0; entry < target.members.length; entry++) change[target.members[entry]!]! += target.weights[entry]!;
  let traded = 0;
  let net = 0;
  let cost = 0;
  for (let member = 0; member < holdings.length; member++) {
    const size = Math.abs(change[member]!);
    traded += size;
    net += change[member]!;
    cost += rates[member]! * size;
  }
  const left = wealth * (1 - cost);
  holdings.fill(0);
  let invested = 0;
  for (let entry = 0; entry < target.members.length; entry++) {
    holdings[target.members[entry]!] = target.weights[entry]! * left;
    invested += target.weights[entry]!;
  }
  position.cash = (1 - invested) * left;
  return { drifted, traded, turnover: (traded + Math.abs(net)) / 2, cost };
}
