import type { BenchmarkSummary, Summary } from '../stats/index.js';
import { type Cell, countCell, makeTable, numberCell, percentCell, type Table, textCell } from '../table/index.js';
import type { Compared } from './comparison.js';
import { type ComparisonLines, tradingLines } from './comparison-groups.js';

type Line = readonly [label: string, cell: (compared: Compared) => Cell];

const NONE: Cell = textCell(null);

/** Beside the heading of a group stands nothing. */
const HEADING: Cell = { value: null, text: '' };

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

const TRADING: readonly Line[] = tradingLines.slice(0, 4).map(({ label, cell }) => [label, cell]);

/**
 * The readable table of a comparison: statistics down, series across. `labels` stand for the names where these are long. The usual rows
 * come first, then what `groups` add to them, each under its heading.
 */
export function comparisonTable(
  title: string,
  compared: readonly Compared[],
  labels: readonly string[],
  notes: readonly string[],
  groups: readonly ComparisonLines[],
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
    rows: [...lines, ...groups.flatMap((group) => added(group, lines, compared))].map(([label, cell]) => ({
      statistic: label,
      ...Object.fromEntries(compared.map((one, index) => [labels[index]!, cell(one)])),
    })),
    notes,
  });
}

/** The lines of a group that are not shown above already and apply to one of the series, under a heading. */
function added({ title, lines }: ComparisonLines, shown: readonly Line[], compared: readonly Compared[]): Line[] {
  const rest = lines
    .filter(
      ({ label, cell }) => !shown.some(([above]) => above === label) && compared.some((one) => applies(cell(one))),
    )
    .map(({ label, cell }): Line => [label, cell]);
  return rest.length === 0 ? [] : [[title.toUpperCase(), () => HEADING], ...rest];
}

/** NaN is a figure that is undefined; null one that the series has not. */
const applies = ({ value }: Cell): boolean => value !== null;

const recovery = ({ deepestDrawdown }: Summary): string | null =>
  deepestDrawdown === null ? null : (deepestDrawdown.recovery ?? 'not yet');
