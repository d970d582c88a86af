import { type CostModel, costOfTrade } from './cost-model.js';
import type { Position } from './grow.js';

/** What one trade did. Weights are of the wealth at that moment: `drifted` before, `wish` after. */
export interface TradeFigures {
  readonly drifted: Float64Array;
  /** The weights traded to. */
  readonly wish: Float64Array;
  /** Σ |Δ| over the assets: what is bought plus what is sold, as a fraction of the wealth before. */
  readonly traded: number;
  /** One-way turnover: half of Σ |Δ| with cash counted as a holding. A first purchase or a full switch is 1. */
  readonly turnover: number;
  /** 1 − wealth after / wealth before. */
  readonly cost: number;
  /** What was bought (above 0) or sold, in money. */
  readonly amounts: Float64Array;
  /** Wealth before, in money. */
  readonly wealth: number;
}

/** All money of a position. */
export function wealthOf({ holdings, held, cash }: Position): number {
  let wealth = cash;
  for (const member of held) wealth += holdings[member]!;
  return wealth;
}

/** The weights of a position. */
export function weightsOf(position: Position): Float64Array {
  const { holdings, held } = position;
  const wealth = wealthOf(position);
  const weights = new Float64Array(holdings.length);
  if (wealth > 0) for (const member of held) weights[member] = holdings[member]! / wealth;
  return weights;
}

/** Trades a position to wished weights at one close: wealth after = wealth before × (1 − cost), and the weights apply to what is left. */
export function trade(
  position: Position,
  drifted: Float64Array,
  wish: Float64Array,
  model: CostModel,
  row: number,
): TradeFigures {
  const { holdings } = position;
  const wealth = wealthOf(position);
  const cost = costOfTrade(model, wish, drifted, wealth, row);
  const left = wealth * (1 - cost);
  const held: number[] = [];
  let invested = 0;
  for (let member = 0; member < holdings.length; member++) {
    holdings[member] = wish[member]! * left;
    if (wish[member] === 0) continue;
    invested += wish[member]!;
    held.push(member);
  }
  position.held = held;
  position.cash = (1 - invested) * left;
  return tradeFigures(drifted, wish, wealth, cost, model.selfConsistent ? 1 - cost : 1);
}

/** The figures of a trade. `basis` is the share of the wealth before to which the weights after apply. */
export function tradeFigures(
  drifted: Float64Array,
  wish: Float64Array,
  wealth: number,
  cost: number,
  basis: number,
): TradeFigures {
  const amounts = new Float64Array(wish.length);
  let traded = 0;
  let net = 0;
  for (let member = 0; member < wish.length; member++) {
    const change = basis * wish[member]! - drifted[member]!;
    amounts[member] = change * wealth;
    traded += Math.abs(change);
    net += change;
  }
  return { drifted, wish, traded, turnover: (traded + Math.abs(net)) / 2, cost, amounts, wealth };
}
