import { type Cell, countCell, makeTable, numberCell, type Table, textCell } from '../../table/index.js';
import { type SharpeFigures, sharpeWords } from './sharpe-figures.js';

/** A figure with its name; a number prints with two decimals. */
export type SharpeLine = readonly [label: string, value: number | Cell];

/** A probability with four decimals. */
export const pCellOf = (probability: number): Cell => numberCell(probability, 4);

/** The table of what is said about a Sharpe ratio: the ratio and its moments, then the lines of the figure itself. */
export function sharpeTable(
  title: string,
  figures: SharpeFigures,
  notes: readonly string[],
  lines: readonly SharpeLine[],
): Table {
  const own: readonly SharpeLine[] = [
    ['Sharpe ratio', textCell(sharpeWords(figures))],
    ['Periods', countCell(figures.n)],
    ['Skewness', figures.skewness],
    ['Kurtosis (normal: 3)', figures.kurtosis],
  ];
  return figureTable(title, [...own, ...lines], [...notes, ...figures.assumptions]);
}

/** Figures down, one value each. */
export function figureTable(title: string, lines: readonly SharpeLine[], notes: readonly string[]): Table {
  return makeTable({
    title,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: lines.map(([figure, value]) => ({ figure, value: typeof value === 'number' ? numberCell(value) : value })),
    notes,
  });
}
