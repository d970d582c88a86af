import { makeTable, type Row, type Table, textCell, type Cell } from '../table/index.js';
import type { Summary } from './summarize.js';
import { type SummaryGroup, summaryGroups } from './summary-groups.js';

/** A summary as a readable table in groups: what a console and a notebook show of it. */
export function summaryTable(summary: Summary): Table {
  const { name, from, to, periods, benchmark, notes } = summary;
  const groups: readonly SummaryGroup[] = ['returns', 'risk', 'drawdown', 'ratios'];
  return makeTable({
    title: `${name}, ${from ?? 'no returns'}${to === null ? '' : ` to ${to}`} (${periods} returns, ${summary.frequency})`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: [
      ...groups.flatMap((group) => rowsOf(summary, group, summaryGroups[group].title.toUpperCase())),
      ...(benchmark === null ? [] : rowsOf(summary, 'benchmark', `AGAINST ${benchmark.name}`)),
    ],
    notes: [
      summary.riskFree === null
        ? 'Sharpe ratio with a risk-free return of 0. Sortino ratio against 0.'
        : `Risk-free: ${summary.riskFree}. Sortino ratio against 0.`,
      ...groups.flatMap((group) => summaryGroups[group].note ?? []),
      ...(summary.holes === 0 ? [] : [`Warning: ${summary.holes} returns are missing inside the life.`]),
      ...notes,
    ],
  });
}

/** The heading of a group and its lines. */
function rowsOf(summary: Summary, group: SummaryGroup, title: string): Readonly<Record<keyof Row, Cell>>[] {
  return [
    { figure: textCell(title), value: { value: null, text: '' } },
    ...summaryGroups[group].lines.map(({ label, cell }) => ({ figure: textCell(label), value: cell(summary) })),
  ];
}
