import type { BenchmarkSummary, Summary } from '../stats/index.js';
import { type Cell, countCell, makeTable, numberCell, percentCell, type Table, textCell } from '../table/index.js';
import type { Compared } from './comparison.js';

type Line = readonly [label: string, cell: (compared: Compared) => Cell];

const NONE: Cell = textCell(null);

const yearCell = (year: Summary['bestYear']): Cell => (year === null ? NONE : countCell(year.year));
const yearReturn = (year: Summary['bestYear']): Cell => (year === null ? NONE : percentCell(year.return));

const OWN: readonly Line[] = [
  ['CAGR', ({ summary }) => percentCell(summary.cagr)],
  ['Volatility', ({ summary }) => percentCell(summary.volatility)],
  ['Sharpe ratio', ({ summary }) => numberCell(summary.sharpeRatio)],
  ['Sortino ratio', ({ summary }) => numberCell(summary.sortinoRatio)],
  ['Max drawdown', ({ summary }) => percentCell(summary.maxDrawdown)],
  ['Drawdown peak', ({ summary }) => textCell(summary.deepestDrawdown?.peak)],
  ['Drawdown trough', ({ summary }) => textCell(summary.deepestDrawdown?.trough)],
  ['Drawdown recovery', ({ summary }) => textCell(recovery(summary))],
  ['Worst year', ({ summary }) => yearReturn(summary.worstYear)],
  ['Worst year in', ({ summary }) => yearCell(summary.worstYear)],
  ['Best year', ({ summary }) => yearReturn(summary.bestYear)],
  ['Best year in', ({ summary }) => yearCell(summary.bestYear)],
];

const against =
  (cell: (benchmark: BenchmarkSummary) => Cell) =>
  ({ summary }: Compared): Cell =>
    summary.benchmark === null ? NONE : cell(summary.benchmark);

const AGAINST: readonly Line[] = [
  ['Tracking error', against(({ trackingError }) => percentCell(trackingError))],
  ['Information ratio', against(({ informationRatio }) => numberCell(informationRatio))],
  ['Beta', against(({ beta }) => numberCell(beta))],
  ['Alpha a year', against(({ alpha }) => percentCell(alpha))],
  ['Hit rate', against(({ hitRate }) => percentCell(hitRate))],
];

/** Shown where a series often equals its benchmark: a tie is no hit, and a low hit rate then means little. */
const TIES: readonly Line[] = [['Ties', against(({ ties }) => countCell(ties))]];

const TRADING: readonly Line[] = [
  ['Turnover a year', ({ trading }) => (trading === undefined ? NONE : percentCell(trading.turnoverPerYear))],
  ['Cost drag a year', ({ trading }) => (trading === undefined ? NONE : percentCell(trading.costDragPerYear))],
  ['Decisions', ({ trading }) => (trading === undefined ? NONE : countCell(trading.decisions))],
  ['Trades', ({ trading }) => (trading === undefined ? NONE : countCell(trading.trades))],
];

/** The readable table of a comparison: statistics down, series across. `labels` stand for the names where these are long. */
export function comparisonTable(
  title: string,
  compared: readonly Compared[],
  labels: readonly string[],
  notes: readonly string[],
): Table {
  const lines = [
    ...OWN,
    ...(compared.some(({ summary }) => summary.benchmark !== null) ? AGAINST : []),
    ...(compared.some(({ summary }) => (summary.benchmark?.ties ?? 0) > 0) ? TIES : []),
    ...(compared.some(({ trading }) => trading !== undefined) ? TRADING : []),
  ];
  return makeTable({
    title,
    columns: [{ key: 'statistic', label: '', align: 'left' }, ...labels.map((label) => ({ key: label }))],
    rows: lines.map(([label, cell]) => ({
      statistic: label,
      ...Object.fromEntries(compared.map((one, index) => [labels[index]!, cell(one)])),
    })),
    notes,
  });
}

const recovery = ({ deepestDrawdown }: Summary): string | null =>
  deepestDrawdown === null ? null : (deepestDrawdown.recovery ?? 'not yet');
