import { inPercent } from '../../core/index.js';
import { type Cell, makeTable, numberCell, percentCell, type Table } from '../../table/index.js';
import { dependenceWarning } from '../doubt-words.js';
import type { Untabled } from '../with-table.js';
import type { Estimate } from './estimate.js';
import type { FactorRegression } from './factor-regression.js';
import type { WindowWords } from './regression-window.js';

/** The columns of a table of estimates; the heading of the interval says its level. */
export function estimateColumns(first: string, level: number): Parameters<typeof makeTable>[0]['columns'] {
  return [
    { key: 'term', label: first, align: 'left' },
    { key: 'estimate', label: 'Estimate' },
    { key: 'standardError', label: 'Std. error' },
    { key: 't', label: 't' },
    { key: 'p', label: 'p' },
    { key: 'low', label: `${inPercent(level)} from` },
    { key: 'high', label: 'to' },
  ];
}

/** A row of a table of estimates. */
export function estimateRow(
  term: string,
  { estimate, standardError, t, p, low, high }: Estimate,
  cell: (value: number) => Cell,
): Readonly<Record<string, Cell | string>> {
  return {
    term,
    estimate: cell(estimate),
    standardError: cell(standardError),
    t: numberCell(t),
    p: pCell(p),
    low: cell(low),
    high: cell(high),
  };
}

/** A p-value with some decimals, three when absent; what rounds to 0 is "< 0.001". */
export function pCell(p: number, decimals = 3): Cell {
  const least = 10 ** -decimals;
  return p < least / 2 ? { value: p, text: `< ${least.toFixed(decimals)}` } : numberCell(p, decimals);
}

/** The table of a factor regression and the sentences below it. */
export function factorRegressionTable(figures: Untabled<FactorRegression>, { window, marks }: WindowWords): Table {
  const two = (value: number): string => numberCell(value).text;
  return makeTable({
    title: `${figures.name} on ${figures.factors.join(', ')}`,
    columns: estimateColumns('', figures.level),
    rows: [
      estimateRow('Alpha a year', figures.alpha, percentCell),
      ...figures.factors.map((factor) => estimateRow(factor, figures.loadings[factor]!, numberCell)),
    ],
    notes: [
      `${window}: n = ${figures.n}, taken as independent.`,
      `R² ${two(figures.rSquared)}, adjusted ${two(figures.adjustedRSquared)}; residual volatility ` +
        `${percentCell(figures.residualVolatility).text} a year; Durbin–Watson ${two(figures.durbinWatson)}.`,
      ...figures.assumptions,
      ...dependenceWarning('residuals', 1 - figures.durbinWatson / 2, figures.n),
      ...marks,
    ],
  });
}
