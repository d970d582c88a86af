import type { ReadonlyFloat64Array } from '../core/index.js';
import type { CommonWindow, ReturnSeries, ReturnSeriesJson } from '../panel/index.js';
import type { TurnoverSummary } from '../stats/index.js';
import type { Weights } from '../strategy/index.js';
import type { IsoDate } from '../time/index.js';

/** One decision of a strategy and the trade that followed. Fractions are of the wealth before the trade. */
export interface Decision<Asset extends string = string> {
  readonly decidedOn: IsoDate;
  /** Null when the run ended before the trade. */
  readonly tradedOn: IsoDate | null;
  readonly target: Weights<Asset>;
  /** Weights before the trade, moved there by returns alone. Empty before the first purchase. */
  readonly drifted: Weights<Asset>;
  /** Σ |target − drifted| over the assets: purchases plus sales. Costs are charged on it. */
  readonly traded: number;
  /** One-way: ½ Σ |target − drifted| with cash counted as a holding. */
  readonly turnover: number;
  readonly cost: number;
  /** Whether this was the first purchase, which is charged and reported apart. */
  readonly first: boolean;
}

/** What the strategy would hold from now on. */
export interface NextTarget<Asset extends string = string> {
  readonly decidedOn: IsoDate;
  readonly weights: Weights<Asset>;
  /** Whether the schedule falls on this day; if not, it is what a new investor would buy. */
  readonly scheduled: boolean;
}

/** What was assumed, as plain data. */
export interface Settings {
  readonly strategy: string;
  readonly schedule: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** One number, or one per asset; 0 means that trading was free. */
  readonly tradingBps: number | Readonly<Record<string, number>>;
  /** The name of what cash earned, or null: nothing. */
  readonly cash: string | null;
  readonly executionLag: number;
  /** Rows that passed before the first decision, for the lookback and for fields to be known. */
  readonly warmUp: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly startLimitedBy: CommonWindow['startLimitedBy'];
  readonly endLimitedBy: CommonWindow['endLimitedBy'];
}

/** The cost ledger: Π(1 + net) = Π(1 + gross) × Π(1 − `trading`). */
export interface CostLedger {
  /** What trading took in each row, as a fraction of wealth; the first entry includes a purchase at the base. */
  readonly trading: ReadonlyFloat64Array;
  /** What the first purchase took. */
  readonly firstPurchase: number;
  /** Share of final wealth lost to trading: 1 − net growth / gross growth. */
  readonly total: number;
  /** CAGR before costs less CAGR after; NaN under one year. */
  readonly dragPerYear: number;
}

/**
 * What a backtest gives: the strategy's net returns as a series of its own, so that every statistic takes it as it is, and every
 * intermediate. Frozen; prints itself.
 */
export interface BacktestResult<Asset extends string = string> extends ReturnSeries {
  /** Net returns by row, after trading costs. */
  readonly values: ReadonlyFloat64Array;
  /** Returns by row before trading costs. */
  readonly gross: ReturnSeries;
  readonly assets: readonly Asset[];
  readonly decisions: readonly Decision<Asset>[];
  /** What to hold now: the decision on the last row, which nothing has traded yet. */
  readonly nextTarget: NextTarget<Asset>;
  readonly turnover: TurnoverSummary;
  readonly costs: CostLedger;
  readonly settings: Settings;
  /** The same in sentences, for readers. */
  readonly assumptions: readonly string[];
  /** What a reader must be told: hindsight, mixed kinds of returns, ruin, assets that ended. Empty when there is nothing. */
  readonly warnings: readonly string[];
  readonly usesHindsight: boolean;
  /**
   * The weight of an asset at the start of each row, after any trade: what earned that row's return.
   *
   * @throws InputError `asset.unknown`.
   */
  weights(asset: Asset): Float64Array;
  /** Everything as plain JSON; NaN is null, weights are given by asset. */
  toJSON(): BacktestResultJson;
}

/** A result as plain JSON. */
export interface BacktestResultJson extends ReturnSeriesJson {
  readonly gross: readonly (number | null)[];
  readonly assets: readonly string[];
  readonly decisions: readonly Decision[];
  readonly nextTarget: NextTarget;
  readonly turnover: Readonly<Record<string, number | null>>;
  readonly costs: {
    readonly trading: readonly (number | null)[];
    readonly firstPurchase: number;
    readonly total: number | null;
    readonly dragPerYear: number | null;
  };
  readonly weights: Readonly<Record<string, readonly (number | null)[]>>;
  readonly settings: Settings;
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
  readonly usesHindsight: boolean;
}
