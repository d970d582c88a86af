import { deepFreeze, InputError, type ReadonlyFloat64Array, suggestNames } from '../core/index.js';
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

/** Makes the frozen result with its readers, and the hooks by which it prints itself. What takes long is worked out when it is asked for. */
export function makeResult(parts: ResultParts): BacktestResult {
  const { name, calendar, meta, assets, decisions, financing, fees, trading, settings } = parts;
  const net = makeReturnSeries(name, calendar, parts.net, meta);
  const gross = makeReturnSeries(`${name}, before costs`, calendar, parts.gross, meta);
  const { totalCost: total, dragPerYear } = costSummary(net, gross);
  const plain = {
    name,
    calendar,
    values: parts.net,
    meta,
    gross,
    assets,
    decisions,
    nextTarget: parts.nextTarget,
    turnover: turnoverSummary(parts.tradeTotals, yearsOf(net)),
    costs: Object.freeze({
      financing,
      fees,
      trading,
      firstPurchase: decisions.find(({ first }) => first)?.cost ?? 0,
      total,
      dragPerYear,
    }),
    flows: deepFreeze(parts.flows),
    end: parts.end,
    settings,
    assumptions: parts.assumptions,
    warnings: parts.warnings,
    usesHindsight: meta.usesHindsight === true,
  };
  const result = Object.defineProperties(plain, {
    trades: late(parts.trades),
    ledger: late(() => displayLedger({ ...parts.money, assets: parts.earned() }, calendar)),
    digest: late(parts.digest),
    weights: hidden(byName(parts, 'weights')),
    contributions: hidden(byName(parts, 'contributions')),
    toJSON: hidden(() => resultToJson(result, parts.tradeTotals)),
    [RESULT_PARTS]: hidden(parts),
  }) as unknown as BacktestResult;
  return displayResult(result);
}

const hidden = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });

/** A property that is worked out when it is first asked for. */
function late(make: () => unknown): PropertyDescriptor {
  let made: { readonly value: unknown } | undefined;
  return { get: () => (made ??= { value: make() }).value, enumerable: true };
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
      `result.${reader}: strategy "${name}" has no asset "${asset}". ${suggestNames(asset, assets)}`,
      { asset },
    );
  };
}
