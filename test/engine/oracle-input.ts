/** What the oracle is given and what it gives back, in plain data. It shares no type with the library, on purpose. */

/** A number for each name; a name that is absent has 0. */
export type Numbers = Record<string, number>;

/** When the oracle's strategy decides; `band` and `relative` are null where they were not given. */
export interface OracleSchedule {
  readonly kind:
    'once' | 'daily' | 'monthly' | 'quarterly' | 'annually' | 'everyPeriods' | 'whenDrifted' | 'whenTargetChanges';
  readonly month?: number;
  readonly periods?: number;
  readonly offset?: number;
  readonly band?: number | null;
  readonly relative?: number | null;
  readonly check?: OracleSchedule;
  readonly trade?: 'all' | 'drifted';
  readonly to?: 'target' | 'edge';
}

type Bps = number | readonly { readonly from: string; readonly bps: number }[];

export interface OracleCosts {
  readonly tradingBps?: Bps | Readonly<Record<string, Bps>>;
  readonly perTrade?: number;
  readonly impact?: {
    readonly volume: string;
    readonly volatility: string | number;
    readonly coefficient?: number;
    readonly maxParticipation?: number;
  };
  readonly solution?: 'linear' | 'selfConsistent';
  readonly expenseRatios?: Readonly<Record<string, number | { readonly rate: number }>>;
  readonly portfolioFee?: number;
}

export interface OracleFlow {
  readonly amount?: number;
  readonly share?: number;
  readonly schedule: OracleSchedule | readonly string[];
  readonly at?: 'start' | 'end';
  readonly inflation?: number | string;
  readonly from?: string;
  readonly to?: string;
}

export interface OracleFlows {
  readonly initial: number;
  readonly contributions?: OracleFlow | readonly OracleFlow[];
  readonly withdrawals?: OracleFlow | readonly OracleFlow[];
}

export interface OracleRules {
  readonly leverage?: { readonly max: number; readonly borrowSpread: number; readonly shortFee: number };
  readonly missing?: 'error' | 'hold' | 'cash' | 'renormalise';
  readonly delisting?: {
    readonly return?: number | Readonly<Record<string, number>>;
    readonly proceeds?: 'cash' | 'spread';
  };
  readonly maxHoldings?: number;
  readonly maxWeight?: number | Readonly<Record<string, number>>;
  readonly groups?: readonly { readonly name: string; readonly assets: readonly string[]; readonly max: number }[];
  readonly maxTurnover?: number;
  readonly minTrade?: number;
}

/** What a decision may look at. */
export interface OracleSight {
  readonly asOf: string;
  /** Names that have a price today. */
  readonly listed: readonly string[];
  /** What is held, as shares of wealth. */
  readonly holdings: Readonly<Record<string, number | undefined>>;
  /** The last returns of an asset, oldest first; NaN where it had none. */
  returns(asset: string, periods: number): ArrayLike<number>;
}

/** Everything that a run is made from; a return that is not there is null. */
export interface OracleInput {
  readonly frequency: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'annual';
  readonly base: string;
  readonly dates: readonly string[];
  readonly returns: Readonly<Record<string, readonly (number | null)[]>>;
  readonly assets: readonly string[] | 'all';
  readonly lookback: number;
  readonly schedule: OracleSchedule;
  readonly lag: number;
  /** By row; nothing when absent. */
  readonly cash?: readonly number[];
  readonly from?: string;
  readonly to?: string;
  readonly costs?: OracleCosts;
  readonly flows?: OracleFlows;
  readonly rules?: OracleRules;
  /** By field and asset, as known at the base (entry 0) and on every row t (entry t + 1). */
  readonly fields?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly indicators?: Readonly<Record<string, readonly number[]>>;
  decide(sight: OracleSight): Numbers;
}

/** One decision and its trade, as shares of the wealth before the trade. */
export interface OracleDecision {
  readonly decidedOn: string;
  tradedOn: string | null;
  readonly target: Numbers;
  drifted: Numbers;
  /** What was wished for in the end, after every limit. */
  weights: Numbers;
  traded: number;
  turnover: number;
  cost: number;
}

/** The money of one row. */
export interface OracleMoney {
  opening: number;
  assets: number;
  cash: number;
  financing: number;
  fees: number;
  trading: number;
  flows: number;
  closing: number;
}

/** One purchase or sale, in weights before and after. */
export interface OracleTrade {
  readonly date: string;
  readonly reason: 'decision' | 'membership' | 'delisting' | 'flow';
  readonly asset: string;
  readonly from: number;
  readonly to: number;
}

/** What a run gives: one entry per row after the first decision. */
export interface OracleResult {
  readonly dates: string[];
  readonly net: number[];
  readonly gross: number[];
  /** What was taken, as fractions of what there was. */
  readonly financing: number[];
  readonly fees: number[];
  readonly trading: number[];
  readonly money: OracleMoney[];
  /** Shares at the start of each row, by asset. */
  readonly weights: Record<string, number[]>;
  /** By asset, and under the names `(cash)`, `(financing)`, `(expenses)`, `(fee)` and `(trading)`. */
  readonly contributions: Record<string, number[]>;
  readonly decisions: OracleDecision[];
  readonly trades: OracleTrade[];
  /** The answer of the last day as it was given, and what it means after the rules. */
  next: { readonly decidedOn: string; answer: Numbers; weights: Numbers };
  end: 'complete' | 'ruined' | 'depleted';
}
