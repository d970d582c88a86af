import type { ReadonlyFloat64Array } from '../core/index.js';
import type { Costs, TradingCost } from './costs-options.js';
import type { Flows } from './flows-options.js';
import type { BacktestResultJson } from './result-json.js';
import type { Rules } from './rules-options.js';
import type { CommonWindow, ReturnSeries } from '../panel/index.js';
import type { TurnoverSummary } from '../stats/index.js';
import type { Weights } from '../strategy/index.js';
import type { IsoDate, Schedule } from '../time/index.js';

/** A rule that changed what was traded, and the assets whose weights it held down, or nearer to what they were; not those that took up the rest. */
export interface BoundRule {
  readonly rule:
    'missing' | 'maxHoldings' | 'maxWeight' | 'group' | 'maxTurnover' | 'maxParticipation' | 'minTrade' | 'funding';
  /** The name of the group. */
  readonly name?: string;
  readonly assets: readonly string[];
}

/** One line of the trade list: one asset at one close. */
export interface Trade {
  readonly date: IsoDate;
  /** A decision, an asset that came or went (`missing: 'renormalise'`), proceeds of an asset that ended, or money of the investor. */
  readonly reason: 'decision' | 'membership' | 'delisting' | 'flow';
  readonly asset: string;
  /** Weights before and after. */
  readonly from: number;
  readonly to: number;
  /** What was bought (above 0) or sold, in money. */
  readonly amount: number;
}

/**
 * What the trades of one close and one reason turned over and cost, as fractions of the wealth before. Turnover is measured from the weights
 * before the investor's money of that close came or went: investing it is no exchange of one asset for another.
 */
export interface TradeTotal {
  readonly date: IsoDate;
  readonly reason: Trade['reason'];
  readonly turnover: number;
  readonly cost: number;
  /** Whether it was the first purchase. */
  readonly first: boolean;
}

/** Money that the investor brought (above 0) or took, at the close of a day. */
export interface FlowRecord {
  readonly date: IsoDate;
  readonly amount: number;
}

/**
 * The money of each row: opening + assets + cash − financing − fees − trading + flows = closing. In units of `flows.initial`, 1 when
 * absent. The first row's flows and trading include those at the base.
 */
export interface Ledger {
  readonly opening: ReadonlyFloat64Array;
  /** What assets earned, before expense ratios. */
  readonly assets: ReadonlyFloat64Array;
  /** What cash earned; below 0 is interest on debt at the cash rate. */
  readonly cash: ReadonlyFloat64Array;
  /** The spread on debt and the fee on short positions. */
  readonly financing: ReadonlyFloat64Array;
  /** Expense ratios and the portfolio fee. */
  readonly fees: ReadonlyFloat64Array;
  readonly trading: ReadonlyFloat64Array;
  readonly flows: ReadonlyFloat64Array;
  readonly closing: ReadonlyFloat64Array;
}

/** One decision of a strategy and the trade that followed. Fractions are of the wealth before the trade. */
export interface Decision<Asset extends string = string> {
  readonly decidedOn: IsoDate;
  /** Null when the run ended before the trade. */
  readonly tradedOn: IsoDate | null;
  /** The strategy's answer. */
  readonly target: Weights<Asset>;
  /** Weights before the trade, moved there by returns alone. Empty before the first purchase. */
  readonly drifted: Weights<Asset>;
  /** Weights after the trade: the target, as far as the rules let it be traded. Empty where nothing was. */
  readonly weights: Weights<Asset>;
  /** Rules that changed what was traded, in the order in which they did. */
  readonly bound: readonly BoundRule[];
  /** Σ |weights − drifted| over the assets: purchases plus sales. Costs are charged on it. */
  readonly traded: number;
  /** One-way: ½ Σ |weights − drifted| with cash counted as a holding; money that came or went at that close is in `drifted`, so it is in this. */
  readonly turnover: number;
  readonly cost: number;
  /** Whether this was the first purchase, which is charged and reported apart. */
  readonly first: boolean;
}

/** What the strategy would hold from now on. */
export interface NextTarget<Asset extends string = string> {
  readonly decidedOn: IsoDate;
  /** What to hold: the answer, as far as the limits on weights allow. */
  readonly weights: Weights<Asset>;
  /** The strategy's answer. */
  readonly target: Weights<Asset>;
  readonly bound: readonly BoundRule[];
  /** What the portfolio holds at that close. */
  readonly held: Weights<Asset>;
  /** Whether the schedule falls on this day; if not, `weights` is what a new investor would buy. */
  readonly scheduled: boolean;
  /** Whether the rule would trade from `held` to `weights` on this day: not where the schedule does not fall on it, or nothing has left its band. */
  readonly trades: boolean;
}

/** What was assumed, as plain data. */
export interface Settings {
  readonly strategy: string;
  /** When the strategy decides, in words. */
  readonly schedule: string;
  /** The same as data. */
  readonly rhythm: Schedule;
  readonly params: Readonly<Record<string, unknown>>;
  /** One number, dated numbers, or one per asset; 0 means that trading was free. */
  readonly tradingBps: TradingCost | Readonly<Partial<Record<string, TradingCost>>>;
  /** The other costs, as they were given; absent ones are absent. */
  readonly costs: Omit<Costs, 'tradingBps'>;
  readonly flows: Flows | null;
  readonly rules: Rules;
  /** The name of what cash earned, or null: nothing. */
  readonly cash: string | null;
  readonly executionLag: number;
  /** Rows that passed before the first decision, for the lookback and for fields to be known. */
  readonly warmUp: number;
  /** The day of the first decision: the base of the result. */
  readonly firstDecision: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly startLimitedBy: CommonWindow['startLimitedBy'];
  readonly endLimitedBy: CommonWindow['endLimitedBy'];
}

/** What was taken, in fractions: per row 1 + net = (1 + gross)(1 − `financing`)(1 − `fees`)(1 − `trading`). */
export interface CostLedger {
  /** The spread on debt and the fee on short positions. */
  readonly financing: ReadonlyFloat64Array;
  /** Expense ratios and the portfolio fee. */
  readonly fees: ReadonlyFloat64Array;
  /** What trading took in each row, as a fraction of wealth; the first entry includes a purchase at the base. */
  readonly trading: ReadonlyFloat64Array;
  /** What the first purchase took. */
  readonly firstPurchase: number;
  /** Share of final wealth lost to trading, fees and financing: 1 − net growth / gross growth; NaN where nothing was left before them. */
  readonly total: number;
  /** CAGR before costs less CAGR after; NaN under one year. */
  readonly dragPerYear: number;
}

/**
 * What a backtest gives: the strategy's net returns as a series of its own, so that every statistic takes it as it is, and every
 * intermediate. Frozen; prints itself.
 */
export interface BacktestResult<Asset extends string = string> extends ReturnSeries {
  /** Net returns by row, after trading, fees and financing; time-weighted, so that flows are never in them. */
  readonly values: ReadonlyFloat64Array;
  /** Returns by row before trading costs, fees and financing. */
  readonly gross: ReturnSeries;
  readonly assets: readonly Asset[];
  readonly decisions: readonly Decision<Asset>[];
  /** What to hold now: the decision on the last row, which nothing has traded yet. */
  readonly nextTarget: NextTarget<Asset>;
  /** Every purchase and sale, asset by asset. */
  readonly trades: readonly Trade[];
  /** Of all trades but those for flows. */
  readonly turnover: TurnoverSummary;
  readonly costs: CostLedger;
  /** Money by row. */
  readonly ledger: Ledger;
  /** The investor's money: what came and went after `flows.initial`. */
  readonly flows: readonly FlowRecord[];
  /** Whether the run reached its last row, lost everything, or was emptied by withdrawals. */
  readonly end: 'complete' | 'ruined' | 'depleted';
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
  weights(this: void, asset: Asset): Float64Array;
  /**
   * What an asset contributed to the net return of each row: its weight times its return (before expense ratios). See `contributions(result)`
   * for all of them with cash and costs, which add up to the net return.
   *
   * @throws InputError `asset.unknown`.
   */
  contributions(this: void, asset: Asset): Float64Array;
  /** How it was worked out; not part of its JSON. The path of the engine changes no number beyond rounding; null where the result was read or cut, not run. */
  readonly diagnostics: Readonly<{ path: 'lean' | 'general' | null }>;
  /** SHA-256 of the data that were used, the strategy's name, schedule and parameters, and the options: two runs with one digest are the same run. */
  readonly digest: string;
  /** Everything as plain JSON; NaN is null, weights are given by asset. */
  toJSON(): BacktestResultJson;
}
