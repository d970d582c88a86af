import { assertKnownOptions } from '../../core/index.js';
import { annualReturns } from '../../stats/index.js';
import { type Cell, makeTable, percentCell } from '../../table/index.js';
import { type Canvas, type Chart, makeChart } from './chart.js';
import { chartSeries, type SeriesInput } from './chart-series.js';
import { extent, percentFormat } from './scale-ticks.js';
import { seriesColour, topLegend } from './series-colour.js';
import { namesInWords, sentences } from './subtitle.js';
import { valueChannel } from './time-chart.js';
import { ruleAt } from './time-layers.js';
import type { JsonObject } from './vega-lite-spec.js';

/** Options of {@link annualReturnsChart}. */
export interface AnnualReturnsChartOptions {
  readonly title?: string | undefined;
}

interface Bar {
  readonly year: string;
  readonly series: string;
  readonly value: number;
  readonly complete: boolean;
}

/**
 * The return of every calendar year as a bar, side by side for several series.
 *
 * The values are those of `annualReturns`. A year of which the series covers a part only is pale.
 *
 * @throws InputError `series.invalid`, `panel.name`, `panel.empty-window`, `calendar.mismatch`, `option.unknown`.
 * @see CFA Institute, Global Investment Performance Standards (2020), on calendar-year returns.
 * @example
 * const funds = usFunds();
 * const chart = annualReturnsChart([funds.returns('AVUV'), funds.returns('IWM')]);
 * console.log(chart.data.rows.length, chart.data.rows[0]?.year); // 8 2019
 */
export function annualReturnsChart(series: SeriesInput, options: AnnualReturnsChartOptions = {}): Chart {
  const where = 'annualReturnsChart';
  assertKnownOptions(where, options, ['title']);
  const { all, window, marks, notes } = chartSeries(where, series);
  const names = all.map(({ name }) => name);
  const bars = all.flatMap((one) =>
    annualReturns(one).map(({ year, return: value, complete }): Bar => ({
      year: String(year),
      series: one.name,
      value,
      complete,
    })),
  );
  const years = [...new Set(bars.map(({ year }) => year))];
  const title = options.title ?? `Returns of calendar years: ${namesInWords(names)}`;
  const cell = ({ value, complete }: Bar): Cell => ({
    value,
    text: `${percentCell(value).text}${complete ? '' : '*'}`,
  });
  return makeChart({
    title,
    subtitle: sentences(
      `${window}. Compounded over the year`,
      bars.some(({ complete }) => !complete) ? 'Pale: a part of the year only' : '',
      ...marks,
    ),
    notes,
    description: `Calendar years ${years[0]!} to ${years.at(-1)!}: ${names.map((name) => ends(name, bars)).join('; ')}.`,
    data: () =>
      makeTable({
        title,
        columns: [
          { key: 'year', label: 'Year', align: 'left' },
          ...names.map((name, column) => ({ key: `series${column}`, label: name })),
        ],
        rows: years.map((year) => ({
          year,
          ...Object.fromEntries(
            names.map((name, column) => {
              const bar = bars.find((one) => one.year === year && one.series === name);
              return [`series${column}`, bar === undefined ? percentCell(NaN) : cell(bar)];
            }),
          ),
        })),
      }),
    draw: (canvas) => ({
      body: { layer: [barLayer(bars, years, names, canvas), ruleAt(0, canvas)] },
      legend: topLegend(names, canvas.width).height,
    }),
  });
}

function ends(name: string, bars: readonly Bar[]): string {
  const [low, high] = extent(bars.filter(({ series }) => series === name).map(({ value }) => value));
  return `${name} between ${percentCell(low, 1).text} and ${percentCell(high, 1).text}`;
}

function barLayer(
  bars: readonly Bar[],
  years: readonly string[],
  names: readonly string[],
  canvas: Canvas,
): JsonObject {
  const [low, high] = extent(bars.map(({ value }) => value));
  const { gain, loss } = canvas.theme;
  const several = names.length > 1;
  const every = Math.ceil((years.length * 34) / (canvas.width - 80));
  return {
    data: {
      values: bars.map(({ value, ...bar }) => ({ ...bar, value: Number.isFinite(value) ? value : null })),
    },
    mark: { type: 'bar', tooltip: true },
    encoding: {
      x: {
        field: 'year',
        type: 'ordinal',
        scale: { domain: [...years], paddingInner: 0.2 },
        axis: { title: 'Year', labelAngle: 0, grid: false, values: years.filter((_, index) => index % every === 0) },
      },
      ...(several ? { xOffset: { field: 'series', type: 'nominal', scale: { domain: [...names] } } } : {}),
      y: valueChannel('value', {
        title: 'Return of the year (%)',
        format: percentFormat(Math.min(0, low), Math.max(0, high)),
      }),
      ...(several
        ? seriesColour(names, canvas, 'square')
        : { color: { condition: { test: 'datum.value < 0', value: loss }, value: gain } }),
      opacity: { condition: { test: 'datum.complete', value: 1 }, value: 0.45 },
    },
  };
}
