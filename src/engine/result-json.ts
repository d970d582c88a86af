import type { ReturnSeriesJson } from '../panel/index.js';
import type {
  BacktestResult,
  Decision,
  FlowRecord,
  Ledger,
  NextTarget,
  Settings,
  Trade,
  TradeTotal,
} from './result.js';

/** A result as plain JSON. */
export interface BacktestResultJson extends ReturnSeriesJson {
  readonly gross: Numbers;
  readonly assets: readonly string[];
  readonly decisions: readonly Decision[];
  readonly nextTarget: NextTarget;
  readonly trades: readonly Trade[];
  /** Of all trades but those for flows. */
  readonly tradeTotals: readonly TradeTotal[];
  readonly turnover: Readonly<Record<string, number | null>>;
  readonly costs: {
    readonly financing: Numbers;
    readonly fees: Numbers;
    readonly trading: Numbers;
    readonly firstPurchase: number;
    readonly total: number | null;
    readonly dragPerYear: number | null;
  };
  readonly ledger: Readonly<Record<keyof Ledger, Numbers>>;
  readonly flows: readonly FlowRecord[];
  readonly end: BacktestResult['end'];
  readonly weights: Readonly<Record<string, Numbers>>;
  readonly contributions: Readonly<Record<string, Numbers>>;
  readonly settings: Settings;
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
  readonly usesHindsight: boolean;
  readonly digest: string;
}

/** Numbers in JSON; NaN is null. */
type Numbers = readonly (number | null)[];
