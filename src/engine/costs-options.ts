import type { IsoDateOrMonth } from '../time/index.js';

/** A trading cost from a day on. */
export interface DatedCost {
  readonly from: IsoDateOrMonth;
  readonly bps: number;
}

/** One number for all time, or what it was from which day on (small caps cost more before 2001); no trade may fall before the first day. */
export type TradingCost = number | readonly DatedCost[];

/** The square-root law of market impact: trading Q of an asset costs coefficient × volatility × √(Q / volume) per unit. */
export interface Impact {
  /** A field of the panel: money that trades in the asset per day. It must be in the same currency as `flows.initial`. */
  readonly volume: string;
  /** Standard deviation of the asset's daily returns, as a fraction: a field of the panel, or one number for all. */
  readonly volatility: string | number;
  /** The constant of the law, about 1 in the literature; 1 when absent. */
  readonly coefficient?: number | undefined;
  /** No trade of a decision may exceed this share of the volume; what is left over is not traded. No cap when absent. */
  readonly maxParticipation?: number | undefined;
}

/** A yearly fund fee that is to be deducted although the returns are net of one already. */
export interface FeeOnTop {
  readonly rate: number;
  readonly onTopOfNet: true;
}

/** What trading and holding cost. */
export interface Costs<Asset extends string = string> {
  /**
   * One-way cost per unit traded (half spread, commission) in basis points: one for every asset, or a record with one for each that
   * the strategy may hold. Charged on the sum of |target − drifted| over the assets, not on cash, so a full switch pays it twice. 0 when absent.
   */
  readonly tradingBps?: TradingCost | Readonly<Partial<Record<Asset, TradingCost>>> | undefined;
  /** Money per asset and trade, in the currency of `flows.initial`, which it needs. 0 when absent. */
  readonly perTrade?: number | undefined;
  /** Market impact; it needs `flows.initial`. None when absent. */
  readonly impact?: Impact | undefined;
  /**
   * `'linear'` (default): costs are worked out on target weights of the wealth before the trade. `'selfConsistent'`: on those of the
   * wealth that is left after the costs. They differ by the order of cost squared.
   */
  readonly solution?: 'linear' | 'selfConsistent' | undefined;
  /**
   * Yearly fund fees as fractions (0.0025 is 0.25 %), for what is not net of fees: indices, research portfolios, proxies. An asset that is
   * net already is refused unless it is given as `{ rate, onTopOfNet: true }`. Assets that are not named bear none.
   */
  readonly expenseRatios?: Readonly<Partial<Record<Asset, number | FeeOnTop>>> | undefined;
  /** A yearly fee on the whole portfolio (an adviser's), as a fraction. 0 when absent. */
  readonly portfolioFee?: number | undefined;
}
