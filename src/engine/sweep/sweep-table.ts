import { ownEntry } from '../../core/index.js';
import { type Cell, makeTable, numberCell, percentCell, type Table, textCell } from '../../table/index.js';
import type { SweepResult } from './sweep-result.js';
import { wordFor } from './words-for.js';

/** Figures that are fractions of wealth, and print as percent. */
const PERCENT: readonly string[] = [
  'totalReturn',
  'cagr',
  'cagrByPeriods',
  'arithmeticMean',
  'volatility',
  'maxDrawdown',
];

/** A figure as a cell: percent where its name says that it is one. */
export const metricCell = (metric: string, value: number): Cell =>
  PERCENT.includes(metric) ? percentCell(value) : numberCell(value);

/** The rows of a sweep as a table; the first ones where it is long. */
export function sweepTable(
  result: Pick<SweepResult, 'length' | 'metrics' | 'notes' | 'variant' | 'trials'>,
  names: readonly string[],
  title: string,
  most = Infinity,
): Table {
  const metrics = Object.keys(result.metrics);
  const shown = Math.min(result.length, most);
  const rows = Array.from({ length: shown }, (_, row) => {
    const { index, params, metrics: figures } = result.variant(row);
    return {
      variant: index,
      ...Object.fromEntries(
        names.map((name) => [`params.${name}`, parameterCell(ownEntry(params as Record<string, unknown>, name))]),
      ),
      ...Object.fromEntries(metrics.map((metric) => [`metrics.${metric}`, metricCell(metric, figures[metric]!)])),
    };
  });
  return makeTable({
    title,
    columns: [
      { key: 'variant', label: 'Variant' },
      ...names.map((name) => ({ key: `params.${name}`, label: name })),
      ...metrics.map((metric) => ({ key: `metrics.${metric}`, label: metric })),
    ],
    rows,
    notes: [...(shown < result.length ? [`The first ${shown} of ${result.length} rows.`] : []), ...result.notes],
  });
}

const parameterCell = (value: unknown): Cell =>
  typeof value === 'number' ? { value, text: wordFor(value) } : textCell(wordFor(value));
