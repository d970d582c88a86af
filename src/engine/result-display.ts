import { describeSpan } from '../panel/index.js';
import { cagr, maxDrawdown, volatility } from '../stats/index.js';
import { countCell, makeTable, percentCell, toHtml, toText, type Table, withDisplay } from '../table/index.js';
import type { BacktestResult } from './result.js';

/** Lets a result print itself. */
export function displayResult(result: BacktestResult): BacktestResult {
  return withDisplay(result, { text: (self) => toText(resultTable(self)), html: (self) => toHtml(resultTable(self)) });
}

function resultTable(result: BacktestResult): Table {
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
