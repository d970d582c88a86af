import { ROUNDING } from './rounding.js';

/** Trading costs as numbers, by the run's assets. */
export interface CostModel {
  /** One-way cost per unit traded on a row; the array belongs to the model. */
  rates(row: number): Float64Array;
  /** The rates of every row where they never change; null where they do. */
  readonly fixedRates: Float64Array | null;
  /** Money per asset and trade. */
  readonly perTrade: number;
  readonly impact: ImpactModel | null;
  readonly selfConsistent: boolean;
}

/** The square-root law as numbers. */
export interface ImpactModel {
  readonly coefficient: number;
  /** Largest share of the volume in one trade; Infinity without a cap. */
  readonly maxParticipation: number;
  /** Money that trades in an asset per day, as known on a row. */
  volume(member: number, row: number): number;
  /** Standard deviation of daily returns, as known on a row. */
  volatility(member: number, row: number): number;
}

/**
 * What a trade costs, as a share of the wealth before it, when weights move from `drifted` to `share` × `wish`.
 *
 * cost = Σ κ |Δ| + perTrade × n / W + Σ coefficient × σ × √(|Δ| W / volume) × |Δ|, with Δ = share × wish − drifted and n the number of
 * assets with |wish − drifted| > 0.
 */
function costOf(
  model: CostModel,
  rates: Float64Array,
  wish: Float64Array,
  drifted: Float64Array,
  share: number,
  wealth: number,
  row: number,
): number {
  const { impact, perTrade } = model;
  let cost = 0;
  let count = 0;
  for (let member = 0; member < wish.length; member++) {
    const size = Math.abs(share * wish[member]! - drifted[member]!);
    if (Math.abs(wish[member]! - drifted[member]!) > ROUNDING) count++;
    cost += rates[member]! * size;
    if (impact !== null && size > ROUNDING) {
      const depth = Math.sqrt((size * wealth) / impact.volume(member, row));
      cost += impact.coefficient * impact.volatility(member, row) * depth * size;
    }
  }
  return count === 0 ? cost : cost + (perTrade * count) / wealth;
}

/** What a trade costs, as a share of the wealth before it: by the linear rule, or 1 − x where x = 1 − cost(x). 1 where it takes everything. */
export function costOfTrade(
  model: CostModel,
  wish: Float64Array,
  drifted: Float64Array,
  wealth: number,
  row: number,
): number {
  const rates = model.rates(row);
  let cost = costOf(model, rates, wish, drifted, 1, wealth, row);
  if (!model.selfConsistent) return Math.min(cost, 1);
  for (let turn = 0; turn < 200; turn++) {
    const next = costOf(model, rates, wish, drifted, Math.max(0, 1 - cost), wealth, row);
    if (Math.abs(next - cost) <= 1e-16) break;
    cost = next;
  }
  return Math.min(cost, 1);
}
