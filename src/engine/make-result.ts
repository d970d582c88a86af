import {
  deepFreeze,
  describeValue,
  InputError,
  lazily,
  type ReadonlyFloat64Array,
  suggestNames,
} from '../core/index.js';
import { makeReturnSeries, type SeriesMeta } from '../panel/index.js';
import { costSummary, turnoverSummary, yearsOf } from '../stats/index.js';
import type { Calendar } from '../time/index.js';
import { displayLedger } from './ledger-table.js';
import { displayResult } from './result-display.js';
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
import { resultToJson } from './result-to-json.js';

/** What a result is made of: of a run, of a slice of a result, or of JSON. */
export interface ResultParts {
  readonly name: string;
  readonly calendar: Calendar;
  readonly meta: SeriesMeta;
  readonly assets: readonly string[];
  readonly net: Float64Array;
  readonly gross: Float64Array;
  readonly financing: Float64Array;
  readonly fees: Float64Array;
  readonly trading: Float64Array;
  /** Money by row. */
  readonly money: Readonly<Record<Exclude<keyof Ledger, 'assets'>, ReadonlyFloat64Array>>;
  readonly decisions: readonly Decision[];
  readonly nextTarget: NextTarget;
  /** Of all trades but those for flows. */
  readonly tradeTotals: readonly TradeTotal[];
  readonly flows: readonly FlowRecord[];
  readonly end: BacktestResult['end'];
  readonly settings: Settings;
  /** Which path of the engine ran; absent where nothing ran. */
  readonly path?: 'lean' | 'general';
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
  /** What assets earned, in money by row. */
  earned(this: void): ReadonlyFloat64Array;
  trades(this: void): readonly Trade[];
  weights(this: void, member: number): Float64Array;
  contributions(this: void, member: number): Float64Array;
  digest(this: void): string;
}

/** Reaches the parts of a result, for slices of it. A registered symbol, so that the ESM and the CommonJS copy of this package understand each other. */
export const RESULT_PARTS = Symbol.for('backtilt.result.parts');

/** What is worked out when it is asked for. */
type Late = Pick<
  BacktestResult,
  | 'meta'
  | 'usesHindsight'
  | 'gross'
  | 'decisions'
  | 'nextTarget'
  | 'turnover'
  | 'costs'
  | 'assumptions'
  | 'warnings'
  | 'trades'
  | 'ledger'
  | 'digest'
>;

/** Makes the frozen result with its readers, and the hooks by which it prints itself. What takes long is worked out when it is asked for. */
export function makeResult(parts: ResultParts): BacktestResult {
  const { name, calendar, assets, settings } = parts;
  const known = {
    name,
    calendar,
    values: parts.net,
    assets,
    flows: deepFreeze(parts.flows),
    end: parts.end,
    settings,
  };
  const plain: typeof known & Late = lazily<typeof known, Late>(known, {
    meta: () => parts.meta,
    usesHindsight: () => parts.meta.usesHindsight === true,
    gross: () => makeReturnSeries(`${name}, before costs`, calendar, parts.gross, parts.meta),
    decisions: () => parts.decisions,
    nextTarget: () => parts.nextTarget,
    turnover: () => turnoverSummary(parts.tradeTotals, yearsOf(plain)),
    costs: () => costLedger(parts, plain),
    assumptions: () => parts.assumptions,
    warnings: () => parts.warnings,
    trades: parts.trades,
    ledger: () => displayLedger({ ...parts.money, assets: parts.earned() }, calendar),
    digest: parts.digest,
  });
  const result = Object.defineProperties(plain, {
    diagnostics: hidden(Object.freeze({ path: parts.path ?? null })),
    weights: hidden(byName(parts, 'weights')),
    contributions: hidden(byName(parts, 'contributions')),
    toJSON: hidden(() => resultToJson(result, parts.tradeTotals)),
    [RESULT_PARTS]: hidden(parts),
  }) as unknown as BacktestResult;
  return displayResult(result);
}

const hidden = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });

/** What took how much, in fractions. */
function costLedger(
  { financing, fees, trading, decisions }: ResultParts,
  net: Pick<BacktestResult, 'name' | 'calendar' | 'values' | 'meta' | 'gross'>,
): BacktestResult['costs'] {
  const { totalCost: total, dragPerYear } = costSummary(net, net.gross);
  const firstPurchase = decisions.find(({ first }) => first)?.cost ?? 0;
  return Object.freeze({ financing, fees, trading, firstPurchase, total, dragPerYear });
}

/** A reader by position as a reader by the name of an asset. */
function byName(parts: ResultParts, reader: 'weights' | 'contributions'): (asset: string) => Float64Array {
  const { name, assets } = parts;
  const read = parts[reader];
  return (asset) => {
    const member = assets.indexOf(asset);
    if (member >= 0) return read(member);
    throw new InputError(
      'asset.unknown',
      `result.${reader}: strategy "${name}" has no asset ${describeValue(asset)}. ${suggestNames(asset, assets)}`,
      { asset },
    );
  };
}
