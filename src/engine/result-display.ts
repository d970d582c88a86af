import { describeSpan } from '../panel/index.js';
import { cagr, maxDrawdown, volatility } from '../stats/index.js';
import {
  countCell,
  makeTable,
  numberCell,
  percentCell,
  type TableInput,
  toHtml,
  toText,
  type Table,
  withDisplay,
} from '../table/index.js';
import { flowTotal } from './flow-total.js';
import type { BacktestResult } from './result.js';

/** Lets a result print itself. */
export function displayResult(result: BacktestResult): BacktestResult {
  return withDisplay(result, {
    text: (self) => toText(overviewTable(self)),
    html: (self) => toHtml(overviewTable(self)),
  });
}

/** Money, where the run was about money. */
function moneyRows(result: BacktestResult): TableInput['rows'][number][] {
  if (result.settings.flows === null) return [];
  const { closing, opening } = result.ledger;
  return [
    { figure: 'Wealth at the start', net: numberCell(opening[0]!), gross: null },
    { figure: 'Paid in', net: numberCell(flowTotal(result.flows, 1)), gross: null },
    { figure: 'Taken out', net: numberCell(flowTotal(result.flows, -1)), gross: null },
    { figure: 'Wealth at the end', net: numberCell(closing.at(-1)!), gross: null },
  ];
}

function overviewTable(result: BacktestResult): Table {
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
      ...moneyRows(result),
      { figure: 'Decisions', net: countCell(result.decisions.length), gross: null },
    ],
    notes: [...result.warnings.map((warning) => `Warning: ${warning}`), ...result.assumptions],
  });
}
