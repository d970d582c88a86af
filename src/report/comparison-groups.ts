import { assertOneOf, describeValue, InputError } from '../core/index.js';
import { type SummaryGroup, summaryGroups } from '../stats/index.js';
import { type Cell, countCell, percentCell, textCell } from '../table/index.js';
import type { Compared } from './comparison.js';

/** What rows a comparison can have beside the usual ones; `trading` is for results of backtests. */
export type ComparisonGroup = SummaryGroup | 'trading';

/** One statistic of a comparison: its column in a file and its row in the table. */
export interface ComparisonLine {
  readonly key: string;
  readonly label: string;
  readonly cell: (compared: Compared) => Cell;
}

/** The rows of one group under a heading, with what must be said of them. */
export interface ComparisonLines {
  readonly title: string;
  readonly note: string | null;
  readonly lines: readonly ComparisonLine[];
}

const ofTrading =
  (cell: (trading: NonNullable<Compared['trading']>) => Cell) =>
  ({ trading }: Compared): Cell =>
    trading === undefined ? textCell(null) : cell(trading);

/** How a backtest traded: the first four are shown wherever there is one. */
export const tradingLines: readonly ComparisonLine[] = [
  { key: 'turnoverPerYear', label: 'Turnover a year', cell: ofTrading((of) => percentCell(of.turnoverPerYear)) },
  { key: 'costDragPerYear', label: 'Cost drag a year', cell: ofTrading((of) => percentCell(of.costDragPerYear)) },
  { key: 'decisions', label: 'Decisions', cell: ofTrading((of) => countCell(of.decisions)) },
  { key: 'trades', label: 'Trades', cell: ofTrading((of) => countCell(of.trades)) },
  {
    key: 'firstPurchase',
    label: 'Turnover of the first purchase',
    cell: ofTrading((of) => percentCell(of.firstPurchase)),
  },
  { key: 'turnover', label: 'Turnover of all later trades', cell: ofTrading((of) => percentCell(of.turnover)) },
  {
    key: 'firstPurchaseCost',
    label: 'Cost of the first purchase',
    cell: ofTrading((of) => percentCell(of.firstPurchaseCost)),
  },
  { key: 'totalCost', label: 'Final wealth lost to costs', cell: ofTrading((of) => percentCell(of.totalCost)) },
];

const NAMES: readonly ComparisonGroup[] = ['returns', 'risk', 'drawdown', 'ratios', 'benchmark', 'trading'];

function linesOf(group: ComparisonGroup): ComparisonLines {
  if (group === 'trading') return { title: 'Trading', note: null, lines: tradingLines };
  const { title, note, lines } = summaryGroups[group];
  return {
    title,
    note,
    lines: lines.map(({ key, label, cell }) => ({ key, label, cell: ({ summary }) => cell(summary) })),
  };
}

/** The lines of the groups that were asked for, in that order, each once. */
export function comparisonGroups(where: string, groups: unknown): readonly ComparisonLines[] {
  if (groups === undefined) return [];
  if (!Array.isArray(groups)) {
    const allowed = NAMES.map((name) => `'${name}'`).join(', ');
    throw new InputError(
      'option.type',
      `${where}: "groups" is ${describeValue(groups)}; it must be an array of some of ${allowed}, such as ['risk', 'drawdown'].`,
      { where, option: 'groups', allowed: NAMES },
    );
  }
  const asked = groups.map((group: unknown, index) => {
    assertOneOf(where, `groups[${index}]`, group, NAMES);
    return group;
  });
  return [...new Set(asked)].map(linesOf);
}
