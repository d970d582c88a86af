import { assertKnownOptions, InputError } from '../../core/index.js';
import type { SweepPivot } from '../../engine/index.js';
import { makeTable } from '../../table/index.js';
import { assertKind } from './assert-kind.js';
import { type Chart, LEFT, makeChart } from './chart.js';
import { figureFormat } from './figure-format.js';
import { heatLayers } from './heat-cells.js';
import { extent } from './scale-ticks.js';
import { sentences } from './subtitle.js';
import { valueChannel } from './time-chart.js';

/** Options of {@link sweepChart}. */
export interface SweepChartOptions {
  readonly title?: string | undefined;
  /** Window and source of the data, for the subtitle: the pivot does not say. */
  readonly source?: string | undefined;
}

/** One figure of a sweep by one parameter. */
interface Strip {
  readonly parameter: string;
  readonly words: readonly string[];
  readonly values: readonly number[];
}

/**
 * One figure of a sweep by two parameters as a heat map with its figures, coloured around 0; by one parameter, as a line.
 *
 * The values are those of `sweep(…).pivot(…)`. A pivot with the same parameter down and across, or with a single row or column, is the line. Look for a plateau:
 * a lone peak among bad neighbours was found by luck.
 *
 * @throws InputError `option.type` (not what `pivot` answers), `panel.empty-window` (no figure in it), `option.unknown`.
 * @see Pardo, R. (2008), The Evaluation and Optimization of Trading Strategies, 2nd ed., ch. 10 (the neighbourhood of the best).
 * @example
 * const swept = sweep(usFunds(), {
 *   grid: { weight: [0, 0.5, 1], month: [6, 12] },
 *   strategy: ({ weight, month }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight, schedule: annually({ month }) }),
 *   metrics: { cagr },
 * });
 * console.log(sweepChart(swept.pivot({ rows: 'weight', columns: 'month', metric: 'cagr' })).title); // cagr by weight and month
 */
export function sweepChart(pivot: SweepPivot, options: SweepChartOptions = {}): Chart {
  const where = 'sweepChart';
  assertKnownOptions(where, options, ['title', 'source']);
  assertKind(where, pivot, ['rows', 'columns', 'values', 'table'], 'sweep(…).pivot(…)');
  const { table, values } = pivot;
  const names = namesOf(pivot);
  const { metric, down, across } = names;
  const format = figureFormat(metric);
  const flat = values.flat();
  const [low, high] = extent(flat);
  if (Number.isNaN(low)) {
    throw new InputError(
      'panel.empty-window',
      `${where}: no variant of the sweep has a figure, so there is nothing to draw.`,
      { where },
    );
  }
  const strip = stripOf(pivot, names);
  const known = flat.filter((value) => !Number.isNaN(value)).length;
  const title =
    options.title ?? (strip === undefined ? `${metric} by ${down} and ${across}` : `${metric} by ${strip.parameter}`);
  const parts = {
    title,
    subtitle: sentences(
      table.title.split(': ')[0]!,
      `${known} variants, ${format.title}`,
      low < 0 && high > 0 ? 'Colours are centred at 0' : '',
      options.source ?? '',
    ),
    notes: table.notes,
    description: `${known} variants: ${metric} between ${format.cell(low).text} and ${format.cell(high).text}.`,
  };
  if (strip !== undefined) return stripChart(parts, strip, format, low, high);
  const rows = table.texts.map(([word]) => word!);
  const columns = names.columns;
  const cells = values.flatMap((line, row) =>
    line.map((value, column) => ({
      row: rows[row]!,
      column: columns[column]!,
      value,
      text: format.cell(value).text.replace(' %', ''),
    })),
  );
  const left = Math.min(190, Math.max(LEFT, 24 + 7 * Math.max(...rows.map((word) => word.length))));
  return makeChart({
    ...parts,
    height: Math.max(240, 150 + rows.length * 30),
    data: () => table,
    draw: (canvas) => ({
      body: heatLayers({ cells, rows, columns, down, across, orient: 'bottom', left }, canvas),
      left,
    }),
  });
}

/** The words of a pivot: its parameters, its figure, and the values across. */
function namesOf({ table }: SweepPivot): {
  readonly metric: string;
  readonly down: string;
  readonly across: string;
  readonly columns: readonly string[];
} {
  const [first, ...others] = table.layout;
  const down = first!.label;
  const [head = '', across = ''] = table.title.split(` by ${down} and `);
  return {
    metric: head.split(': ').at(-1)!,
    down,
    across,
    columns: others.map(({ label }) => label.slice(across.length + 1)),
  };
}

function stripOf(
  { values, table }: SweepPivot,
  { down, across, columns }: ReturnType<typeof namesOf>,
): Strip | undefined {
  const words = table.texts.map(([word]) => word!);
  if (down === across) return { parameter: down, words, values: values.map((line, row) => line[row]!) };
  if (columns.length === 1) return { parameter: down, words, values: values.map(([value]) => value!) };
  return words.length === 1 ? { parameter: across, words: columns, values: values[0]! } : undefined;
}

function stripChart(
  parts: Pick<Chart, 'title' | 'subtitle' | 'notes' | 'description'>,
  { parameter, words, values }: Strip,
  format: ReturnType<typeof figureFormat>,
  low: number,
  high: number,
): Chart {
  const numeric = words.every((word) => word.trim() !== '' && Number.isFinite(Number(word)));
  return makeChart({
    ...parts,
    data: () =>
      makeTable({
        title: parts.title,
        columns: [
          { key: 'parameter', label: parameter, align: 'left' },
          { key: 'value', label: format.title },
        ],
        rows: words.map((word, index) => ({ parameter: word, value: format.cell(values[index]!) })),
      }),
    draw: ({ theme }) => ({
      body: {
        data: {
          values: words.map((word, index) => ({
            parameter: numeric ? Number(word) : word,
            value: Number.isFinite(values[index]!) ? values[index]! : null,
          })),
        },
        mark: {
          type: 'line',
          point: { filled: true, size: 45, color: theme.series[0]! },
          color: theme.series[0]!,
          tooltip: true,
        },
        encoding: {
          x: {
            field: 'parameter',
            type: numeric ? 'quantitative' : 'ordinal',
            ...(numeric ? { scale: { zero: false } } : { sort: null }),
            axis: {
              title: parameter,
              grid: false,
              labelAngle: 0,
              ...(numeric ? { format: ',.4~r', tickCount: 10 } : {}),
            },
          },
          y: valueChannel('value', { title: format.title, format: format.axis(low, high), scale: { zero: false } }),
        },
      },
    }),
  });
}
