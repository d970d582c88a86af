import { type Cell, countCell, makeTable, numberCell, percentCell, type Table, textCell } from '../table/index.js';
import type { Summary } from './summarize.js';

type Line = readonly [figure: string, value: Cell];

/** A summary as a readable table: what a console and a notebook show of it. */
export function summaryTable(summary: Summary): Table {
  const { name, from, to, periods, notes } = summary;
  return makeTable({
    title: `${name}, ${from ?? 'no returns'}${to === null ? '' : ` to ${to}`} (${periods} returns, ${summary.frequency})`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: [...own(summary), ...against(summary)].map(([figure, value]) => ({ figure, value })),
    notes: [
      summary.riskFree === null
        ? 'Sharpe ratio with a risk-free return of 0. Sortino ratio against 0.'
        : `Risk-free: ${summary.riskFree}. Sortino ratio against 0.`,
      ...(summary.holes === 0 ? [] : [`Warning: ${summary.holes} returns are missing inside the life.`]),
      ...notes,
    ],
  });
}

function own(summary: Summary): Line[] {
  const { deepestDrawdown: fall, bestYear, worstYear } = summary;
  const yearOf = (year: Summary['bestYear']): Cell =>
    year === null
      ? textCell(null)
      : { value: year.return, text: `${percentCell(year.return).text} (${String(year.year)})` };
  return [
    ['Total return', percentCell(summary.totalReturn)],
    ['CAGR', percentCell(summary.cagr)],
    ['Volatility', percentCell(summary.volatility)],
    ['Sharpe ratio', numberCell(summary.sharpeRatio)],
    ['Sortino ratio', numberCell(summary.sortinoRatio)],
    ['Max drawdown', percentCell(summary.maxDrawdown)],
    ['Drawdown peak', textCell(fall?.peak)],
    ['Drawdown trough', textCell(fall?.trough)],
    ['Drawdown recovery', textCell(fall === null ? null : (fall.recovery ?? 'not yet'))],
    ['Calmar ratio', numberCell(summary.calmarRatio)],
    ['MAR ratio', numberCell(summary.marRatio)],
    ['Worst year', yearOf(worstYear)],
    ['Best year', yearOf(bestYear)],
  ];
}

function against({ benchmark }: Summary): Line[] {
  if (benchmark === null) return [];
  return [
    ['Benchmark', textCell(benchmark.name)],
    ['Common periods', countCell(benchmark.periods)],
    ['Tracking error', percentCell(benchmark.trackingError)],
    ['Information ratio', numberCell(benchmark.informationRatio)],
    ['Beta', numberCell(benchmark.beta)],
    ['Alpha a year', percentCell(benchmark.alpha)],
    ['Correlation', numberCell(benchmark.correlation)],
    ['Hit rate', percentCell(benchmark.hitRate)],
  ];
}
