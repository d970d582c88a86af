import { type Cell, numberCell, percentCell } from '../../table/index.js';
import { percentFormat } from './scale-ticks.js';

/** Statistics that are fractions, and shown as percent. */
const FRACTIONS: readonly string[] = [
  'totalReturn',
  'cagr',
  'cagrByPeriods',
  'arithmeticMean',
  'geometricMean',
  'volatility',
  'maxDrawdown',
  'averageDrawdown',
  'valueAtRisk',
  'expectedShortfall',
  'alpha',
  'trackingError',
  'hitRate',
  'downsideDeviation',
];

/** How a figure is written in tables and on axes, by the name of its statistic. */
export interface FigureFormat {
  readonly cell: (value: number) => Cell;
  /** The name with its unit, as the title of an axis. */
  readonly title: string;
  /** The words of d3-format for an axis between two values. */
  readonly axis: (low: number, high: number) => string;
}

/** Percent where the name says that it is a fraction, a plain number elsewhere. */
export function figureFormat(name: string): FigureFormat {
  if (FRACTIONS.includes(name))
    return { cell: (value) => percentCell(value), title: `${name} (%)`, axis: percentFormat };
  return { cell: (value) => numberCell(value), title: name, axis: () => ',.3~r' };
}
