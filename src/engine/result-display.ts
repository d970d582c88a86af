import { InputError, suggestNames } from '../core/index.js';
import { describeSpan, numbersToJson, type PanelStore } from '../panel/index.js';
import { cagr, maxDrawdown, volatility } from '../stats/index.js';
import { countCell, makeTable, percentCell, toHtml, toText, type Table, withDisplay } from '../table/index.js';
import type { Plan } from './plan.js';
import type { BacktestResult, BacktestResultJson } from './result.js';
import type { Run } from './run.js';
import { weightPath } from './weight-path.js';

type Plain = Omit<BacktestResult, 'weights' | 'toJSON'>;

/** Gives a result its readers, `weights` and `toJSON`, and the hooks by which it prints itself. */
export function displayResult(store: PanelStore, plan: Plan, raw: Run, plain: Plain): BacktestResult {
  const weights = (asset: string): Float64Array => {
    const member = plan.assets.indexOf(asset);
    if (member >= 0) return weightPath(store, plan, raw, member);
    throw new InputError(
      'asset.unknown',
      `result.weights: strategy "${plain.name}" has no asset "${asset}". ${suggestNames(asset, plan.assets)}`,
      { asset },
    );
  };
  const result = Object.defineProperties(
    { ...plain },
    {
      weights: { value: weights, enumerable: false },
      toJSON: { value: () => resultToJson(plain, weights), enumerable: false },
    },
  ) as BacktestResult;
  return withDisplay(result, { text: (self) => toText(resultTable(self)), html: (self) => toHtml(resultTable(self)) });
}

function resultToJson(plain: Plain, weights: (asset: string) => Float64Array): BacktestResultJson {
  const { costs } = plain;
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return {
    name: plain.name,
    calendar: plain.calendar.toJSON(),
    values: numbersToJson(plain.values),
    meta: plain.meta,
    gross: numbersToJson(plain.gross.values),
    assets: plain.assets,
    decisions: plain.decisions,
    nextTarget: plain.nextTarget,
    turnover: Object.fromEntries(
      Object.entries(plain.turnover).map(([key, value]: [string, number]) => [key, orNull(value)]),
    ),
    costs: {
      ...costs,
      trading: numbersToJson(costs.trading),
      total: orNull(costs.total),
      dragPerYear: orNull(costs.dragPerYear),
    },
    weights: Object.fromEntries(plain.assets.map((asset) => [asset, numbersToJson(weights(asset))])),
    settings: plain.settings,
    assumptions: plain.assumptions,
    warnings: plain.warnings,
    usesHindsight: plain.usesHindsight,
  };
}

function resultTable(result: Omit<BacktestResult, 'weights' | 'toJSON'>): Table {
  const before = result.gross;
  return makeTable({
    title: `${result.name}, ${describeSpan(result.calendar)}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'net', label: 'After costs' },
      { key: 'gross', label: 'Before costs' },
    ],
    rows: [
      { figure: 'CAGR', net: percentCell(cagr(result)), gross: percentCell(cagr(before)) },
      { figure: 'Volatility', net: percentCell(volatility(result)), gross: percentCell(volatility(before)) },
      { figure: 'Max drawdown', net: percentCell(maxDrawdown(result)), gross: percentCell(maxDrawdown(before)) },
      { figure: 'Turnover a year, one-way', net: percentCell(result.turnover.perYear), gross: null },
      { figure: 'Decisions', net: countCell(result.decisions.length), gross: null },
    ],
    notes: [...result.warnings.map((warning) => `Warning: ${warning}`), ...result.assumptions],
  });
}
