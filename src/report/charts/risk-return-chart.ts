import { assertKnownOptions, assertOneOf } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { cagr, maxDrawdown, volatility } from '../../stats/index.js';
import { makeTable, percentCell } from '../../table/index.js';
import { type Canvas, type Chart, makeChart } from './chart.js';
import { chartSeries } from './chart-series.js';
import { placeLabels } from './place-labels.js';
import { extent, percentFormat } from './scale-ticks.js';
import { sentences } from './subtitle.js';
import { valueChannel } from './time-chart.js';
import type { JsonObject } from './vega-lite-spec.js';

/** Options of {@link riskReturnChart}. */
export interface RiskReturnChartOptions {
  readonly title?: string | undefined;
  /** What goes across; 'volatility' when absent. */
  readonly risk?: 'volatility' | 'maxDrawdown' | undefined;
}

/**
 * Risk against return: a point for each series, over the window in which all have returns.
 *
 * The values are those of `volatility` or `maxDrawdown`, and of `cagr`. A series without them (under a year, say) has no point, and the notes say so.
 *
 * @throws InputError `series.invalid`, `panel.name`, `panel.empty-window`, `calendar.mismatch`, `option.unknown`, `option.range`.
 * @see Markowitz, H. (1952), "Portfolio Selection", Journal of Finance 7(1).
 * @example
 * const funds = usFunds();
 * const chart = riskReturnChart(['SPY', 'IWM', 'AVUV'].map((name) => funds.returns(name as 'SPY')));
 * console.log(chart.data.rows.length); // 3
 */
export function riskReturnChart(series: readonly ReturnSeries[], options: RiskReturnChartOptions = {}): Chart {
  const where = 'riskReturnChart';
  assertKnownOptions(where, options, ['title', 'risk']);
  const { risk = 'volatility' } = options;
  assertOneOf(where, 'risk', risk, ['volatility', 'maxDrawdown']);
  const { all, window, marks, notes } = chartSeries(where, series);
  const measure = risk === 'volatility' ? volatility : maxDrawdown;
  const points = all.map((one) => ({ name: one.name, risk: measure(one), value: cagr(one) }));
  const known = points.filter((point) => Number.isFinite(point.risk) && Number.isFinite(point.value));
  const without = points.filter((point) => !known.includes(point)).map(({ name }) => name);
  const across = risk === 'volatility' ? 'Volatility (% a year)' : 'Deepest drawdown (%)';
  const title =
    options.title ?? `Return and ${risk === 'volatility' ? 'volatility' : 'deepest drawdown'} of ${all.length} series`;
  const words = known
    .slice(0, 8)
    .map(({ name, risk, value }) => `${name} ${percentCell(value, 1).text} at ${percentCell(risk, 1).text}`);
  return makeChart({
    title,
    subtitle: sentences(`${window}, ${all[0]!.calendar.frequency}, the window that all share`, ...marks),
    notes: [
      ...(without.length > 0 ? [`Without a point, since a figure is undefined: ${without.join(', ')}.`] : []),
      ...notes,
    ],
    description:
      words.length === 0
        ? 'No series has both figures.'
        : `CAGR at ${risk === 'volatility' ? 'volatility' : 'deepest drawdown'}: ${words.join('; ')}.`,
    data: () =>
      makeTable({
        title,
        columns: [
          { key: 'name', label: 'Series', align: 'left' },
          { key: 'risk', label: across },
          { key: 'value', label: 'CAGR' },
        ],
        rows: points.map(({ name, risk, value }) => ({ name, risk: percentCell(risk), value: percentCell(value) })),
      }),
    draw: (canvas) => ({ body: { layer: layersOf(known, across, canvas) } }),
  });
}

interface Point {
  readonly name: string;
  readonly risk: number;
  readonly value: number;
}

function layersOf(points: readonly Point[], across: string, canvas: Canvas): readonly JsonObject[] {
  const { theme } = canvas;
  const widened = (values: readonly number[], share: number): [number, number] => {
    const [low, high] = extent(values);
    const room = (high - low || Math.abs(high) || 0.01) * share;
    return Number.isNaN(low) ? [0, 1] : [low - room, high + room];
  };
  const [left, right] = widened(
    points.map(({ risk }) => risk),
    0.14,
  );
  const [low, high] = widened(
    points.map(({ value }) => value),
    0.16,
  );
  const size = { width: canvas.width - 80, height: canvas.height - 140 };
  const labels = placeLabels(
    points.map(({ name, risk, value }) => ({
      x: ((risk - left) / (right - left)) * size.width,
      y: ((high - value) / (high - low)) * size.height,
      width: name.length * 7,
    })),
    size,
  );
  const x = {
    field: 'risk',
    type: 'quantitative',
    scale: { domain: [left, right], nice: false, zero: false },
    axis: { title: across, format: percentFormat(left, right), tickCount: 7 },
  };
  const y = valueChannel('value', {
    title: 'CAGR (% a year)',
    format: percentFormat(low, high),
    scale: { domain: [low, high], nice: false, zero: false },
  });
  const values = points.map((point) => ({ ...point }));
  return [
    {
      data: { values },
      mark: { type: 'point', filled: true, size: 70, opacity: 1, color: theme.series[0]!, tooltip: true },
      encoding: { x, y },
    },
    ...values.map((point, index): JsonObject => ({
      data: { values: [point] },
      mark: { type: 'text', fontSize: 11, baseline: 'middle', ...labels[index]! },
      encoding: { x, y, text: { field: 'name', type: 'nominal' } },
    })),
  ];
}
