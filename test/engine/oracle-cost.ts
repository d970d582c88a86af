import type { Numbers, OracleCosts, OracleInput } from './oracle-input.js';

/** What a trade costs in the oracle, asset by asset. */

type Bps = NonNullable<OracleCosts['tradingBps']>;

const isDated = (bps: Bps): bps is readonly { from: string; bps: number }[] => Array.isArray(bps);

/** The proportional cost of an asset on a day, as a fraction. */
export function rateOf(bps: Bps | undefined, name: string, date: string): number {
  if (bps === undefined) return 0;
  if (typeof bps === 'number') return bps / 10000;
  if (!isDated(bps)) return rateOf((bps as Record<string, Bps>)[name], name, date);
  // A month without a day, `2001-04`, sorts before its days: it counts from its first day on.
  const known = bps.filter(({ from }) => from <= date);
  return known.at(-1)!.bps / 10000;
}

/** A trade whose cost is asked for: weights before it and wished weights, at the close of a row, with that much money. */
export interface Trade {
  readonly names: readonly string[];
  readonly row: number;
  readonly date: string;
  readonly drifted: Numbers;
  readonly wish: Numbers;
  readonly wealth: number;
}

/** The largest change of an asset's weight that its volume allows. */
export function mostOf(input: OracleInput, name: string, row: number, wealth: number): number {
  const impact = input.costs?.impact;
  if (impact?.maxParticipation === undefined) return Infinity;
  return (impact.maxParticipation * input.fields![impact.volume]![name]![row + 1]!) / wealth;
}

/** The share of wealth that is left after a trade, and the changes of weights that were charged. */
export function settle(input: OracleInput, trade: Trade): { left: number; changes: number[] } {
  const { names, drifted, wish } = trade;
  const costs = input.costs ?? {};
  const changesAt = (left: number): number[] => names.map((name) => left * wish[name]! - drifted[name]!);
  const count = changesAt(1).filter((change) => Math.abs(change) > 1e-12).length;
  const fixed = ((costs.perTrade ?? 0) * count) / trade.wealth;
  const costOf = (changes: number[]): number =>
    changes.reduce((sum, change, index) => sum + costOfOne(input, trade, names[index]!, Math.abs(change)), fixed);
  if (costs.solution !== 'selfConsistent') return { left: 1 - costOf(changesAt(1)), changes: changesAt(1) };
  let left = 1;
  for (let round = 0; round < 500; round++) left = Math.max(0, 1 - costOf(changesAt(left)));
  return { left, changes: changesAt(left) };
}

function costOfOne(input: OracleInput, { row, date, wealth }: Trade, name: string, size: number): number {
  const { tradingBps, impact } = input.costs ?? {};
  const plain = rateOf(tradingBps, name, date) * size;
  if (impact === undefined || size === 0) return plain;
  const { volatility } = impact;
  const sigma = typeof volatility === 'number' ? volatility : input.fields![volatility]![name]![row + 1]!;
  const volume = input.fields![impact.volume]![name]![row + 1]!;
  return plain + (impact.coefficient ?? 1) * sigma * Math.sqrt((size * wealth) / volume) * size;
}
