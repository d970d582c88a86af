import { numbersToJson } from '../panel/index.js';
import { LEDGER_COLUMNS } from './ledger-table.js';
import type { BacktestResult, Ledger, TradeTotal } from './result.js';
import type { BacktestResultJson } from './result-json.js';

/** A result as plain JSON: NaN is null, weights and contributions are given by asset. */
export function resultToJson(result: BacktestResult, tradeTotals: readonly TradeTotal[]): BacktestResultJson {
  const { costs, assets } = result;
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const byAsset = (read: (asset: string) => Float64Array): Record<string, (number | null)[]> =>
    Object.fromEntries(assets.map((asset) => [asset, numbersToJson(read(asset))]));
  return {
    name: result.name,
    calendar: result.calendar.toJSON(),
    values: numbersToJson(result.values),
    meta: result.meta,
    gross: numbersToJson(result.gross.values),
    assets,
    decisions: result.decisions,
    nextTarget: result.nextTarget,
    trades: result.trades,
    tradeTotals,
    turnover: Object.fromEntries(
      Object.entries(result.turnover).map(([key, value]: [string, number]) => [key, orNull(value)]),
    ),
    costs: {
      financing: numbersToJson(costs.financing),
      fees: numbersToJson(costs.fees),
      trading: numbersToJson(costs.trading),
      firstPurchase: costs.firstPurchase,
      total: orNull(costs.total),
      dragPerYear: orNull(costs.dragPerYear),
    },
    ledger: ledgerToJson(result.ledger),
    flows: result.flows,
    end: result.end,
    weights: byAsset(result.weights),
    contributions: byAsset(result.contributions),
    settings: result.settings,
    assumptions: result.assumptions,
    warnings: result.warnings,
    usesHindsight: result.usesHindsight,
    digest: result.digest,
  };
}

function ledgerToJson(ledger: Ledger): BacktestResultJson['ledger'] {
  const columns = LEDGER_COLUMNS.map((column) => [column, numbersToJson(ledger[column])]);
  return Object.fromEntries(columns) as BacktestResultJson['ledger'];
}
