import { assertKnownOptions } from '../../core/index.js';
import type { BacktestResult } from '../../engine/index.js';
import { percentCell } from '../../table/index.js';
import { isoDate } from '../../time/index.js';
import { assertResultOf } from './assert-result-of.js';
import { type Chart, makeChart } from './chart.js';
import { chartSeries } from './chart-series.js';
import { type DatedLine, linesTable, pathDays } from './dated-lines.js';
import { extent } from './scale-ticks.js';
import { seriesColour, topLegend } from './series-colour.js';
import { sentences } from './subtitle.js';
import { thinPoints } from './thin-points.js';
import { bandsOf, drawTimeLines, type TimeChartOptions, titleAbove } from './time-chart.js';
import { bandLayers, timeChannel, timeTitle } from './time-layers.js';

/** Assets that have a colour of their own; the others are one. */
const MOST = 6;
/** A weight below 0 by rounding alone. */
const ROUNDING = 1e-9;

/**
 * What a backtest held over time, stacked up to the whole: its assets, and cash.
 *
 * The weights are those of `result.weights(asset)`, what earned the returns of each row, drawn from the close before it; the last are those held at
 * the end. Cash is what is left to 1. With debt or short positions nothing can be stacked, and the weights are lines. Of more than six assets the six
 * with the greatest weights have their own colour, and the others are added up.
 *
 * @throws InputError `series.invalid` (not the result of a backtest), `option.unknown`, `option.type`.
 * @see Grinold, R. and Kahn, R. (2000), Active Portfolio Management, 2nd ed., ch. 16.
 * @example
 * const result = backtest(usFunds(), smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }));
 * console.log(weightsChart(result).data.columns.join(' ')); // date SPY IWM
 */
export function weightsChart(result: BacktestResult, options: TimeChartOptions = {}): Chart {
  const where = 'weightsChart';
  assertKnownOptions(where, options, ['title', 'bands']);
  assertResultOf(where, result);
  const { calendar } = result;
  const { window, marks, notes } = chartSeries(where, result);
  const bands = bandsOf(where, options, calendar);
  const lines = weightLines(result);
  const stacked = lines.every(({ values }) => !(extent(values)[0] < -ROUNDING));
  const title = options.title ?? `Weights of ${result.name}`;
  const means = lines.map(({ name, values }) => {
    const [low, high] = extent(values);
    return `${name} ${percentCell(low, 0).text} to ${percentCell(high, 0).text}`;
  });
  const names = lines.map(({ name }) => name);
  return makeChart({
    title,
    subtitle: sentences(
      `${window}, ${calendar.frequency}. Weights after trades, moved by returns between them`,
      stacked ? '' : 'Lines, since with debt or short positions nothing stacks up to the whole',
      ...bands.words,
      ...marks,
    ),
    notes,
    description: `Weights ranged: ${means.join('; ')}.`,
    data: () => linesTable(title, lines, (value) => percentCell(value)),
    draw: (canvas) => {
      const axis = { title: 'Weight (% of wealth)', format: '.0%' };
      if (!stacked) return drawTimeLines({ lines, calendar, bands, axis }, canvas);
      const { days } = lines[0]!;
      const kept = new Set(lines.flatMap(({ values }) => thinPoints({ days, values }, canvas.width - 80)));
      const places = [...kept].sort((a, b) => a - b);
      const rows = lines.flatMap(({ name, values }, order) =>
        places.map((place) => ({
          date: isoDate(days[place]!),
          series: name,
          order,
          value: Math.max(0, values[place]!),
        })),
      );
      const area = {
        data: { values: rows },
        mark: { type: 'area', interpolate: 'step-after', tooltip: true },
        encoding: {
          x: timeChannel('date', canvas, timeTitle[calendar.frequency]),
          y: {
            field: 'value',
            type: 'quantitative',
            stack: 'zero',
            scale: { domain: [0, 1], clamp: true },
            axis: { ...titleAbove(axis.title), format: axis.format, tickCount: 5 },
          },
          order: { field: 'order', type: 'quantitative' },
          ...seriesColour(names, canvas, 'square'),
        },
      };
      const drawn =
        places.length < days.length
          ? [
              `${places.length} of ${days.length} points in time drawn: of every column of pixels the first, the last and the extremes.`,
            ]
          : [];
      const over = bandLayers({ ...bands, spans: [] }, canvas);
      return {
        body: { layer: [...bandLayers({ ...bands, lines: [] }, canvas), area, ...over] },
        remarks: drawn,
        legend: topLegend(names, canvas.width).height,
      };
    },
  });
}

/** The weights at every close, with cash where there is some, the greatest first. */
function weightLines(result: BacktestResult): readonly DatedLine[] {
  const { calendar, assets, nextTarget } = result;
  const days = pathDays(calendar);
  const held = nextTarget.held as Readonly<Record<string, number>>;
  const all = assets
    .map((asset) => {
      const weights = result.weights(asset);
      const values = Float64Array.from(days, (_, point) => weights[point] ?? held[asset] ?? 0);
      return { name: asset, days, values, size: values.reduce((sum, value) => sum + Math.abs(value), 0) };
    })
    .sort((a, b) => b.size - a.size);
  const cash = Float64Array.from(days, (_, point) => 1 - all.reduce((sum, { values }) => sum + values[point]!, 0));
  const own = all.length > MOST + 1 ? all.slice(0, MOST) : all;
  const rest = all.slice(own.length);
  const added = Float64Array.from(days, (_, point) => rest.reduce((sum, { values }) => sum + values[point]!, 0));
  const cashName = assets.includes('cash') ? 'cash (left)' : 'cash';
  return [
    ...own.map(({ name, values }) => ({ name, days, values })),
    ...(rest.length === 0 ? [] : [{ name: `${rest.length} others`, days, values: added }]),
    ...(cash.some((value) => Math.abs(value) > ROUNDING) ? [{ name: cashName, days, values: cash }] : []),
  ];
}
