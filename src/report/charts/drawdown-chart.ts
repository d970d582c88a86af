import { assertKnownOptions, assertNumber } from '../../core/index.js';
import { assertReturnSeries, type ReturnSeries } from '../../panel/index.js';
import { type Drawdown, drawdowns, drawdownSeries } from '../../stats/index.js';
import { percentCell } from '../../table/index.js';
import type { Calendar } from '../../time/index.js';
import { type Canvas, type Chart, makeChart } from './chart.js';
import { chartSeries } from './chart-series.js';
import { linesTable, pathDays } from './dated-lines.js';
import { extent, percentFormat } from './scale-ticks.js';
import { sentences } from './subtitle.js';
import { bandsOf, drawTimeLines, type TimeChartOptions } from './time-chart.js';
import { timeChannel } from './time-layers.js';
import type { JsonObject } from './vega-lite-spec.js';

/** Options of {@link drawdownChart}. */
export interface DrawdownChartOptions extends TimeChartOptions {
  /** How many of the deepest falls are shaded and labelled; 5 when absent. */
  readonly worst?: number | undefined;
  /** A second line to hold it against. */
  readonly benchmark?: ReturnSeries | undefined;
}

/**
 * How far wealth lay under its highest level so far, with the deepest falls shaded from peak to recovery and labelled with their depth.
 *
 * The line is `drawdownSeries`, the shaded falls are the first of `drawdowns`.
 *
 * @throws InputError `series.invalid`, `returns.hole` and `returns.ruin` (as `drawdowns`), `panel.empty-window`, `calendar.mismatch`, `option.unknown`, `option.type`, `option.range`.
 * @see Magdon-Ismail, M. and Atiya, A. (2004), "Maximum drawdown", Risk 17(10).
 * @example
 * const chart = drawdownChart(usFunds().returns('IWM'));
 * console.log(chart.description.slice(0, 23)); // Deepest falls: 1. -52.5
 */
export function drawdownChart(series: ReturnSeries, options: DrawdownChartOptions = {}): Chart {
  const where = 'drawdownChart';
  assertKnownOptions(where, options, ['title', 'bands', 'worst', 'benchmark']);
  const { worst = 5, benchmark } = options;
  assertNumber(where, 'worst', worst, { min: 0, max: 20, integer: true });
  assertReturnSeries(where, 'the series', series);
  const { all, window, marks, notes } = chartSeries(where, benchmark === undefined ? series : [series, benchmark]);
  const [own] = all as readonly [ReturnSeries];
  const { calendar } = own;
  const bands = bandsOf(where, options, calendar);
  const falls = drawdowns(own).slice(0, worst);
  const lines = all.map((one) => ({ name: one.name, days: pathDays(calendar), values: drawdownSeries(one) }));
  const title = options.title ?? `Drawdown of ${all.map(({ name }) => name).join(' and ')}`;
  const [deepest] = extent(...lines.map(({ values }) => values));
  const low = Math.min(deepest, -0.001) * 1.12;
  return makeChart({
    title,
    subtitle: sentences(
      `${window}, ${calendar.frequency}. Wealth below its highest level so far${falls.length > 0 ? `; the ${falls.length === 1 ? 'deepest fall is' : `${falls.length} deepest falls are`} tinted and labelled` : ''}`,
      ...bands.words,
      ...marks,
    ),
    notes,
    description:
      falls.length === 0
        ? `${own.name} over ${window}, at most ${percentCell(deepest, 1).text} below its peak.`
        : `Deepest falls: ${falls.map(inWords).join('; ')}.`,
    data: () => linesTable(title, lines, (value) => percentCell(value)),
    draw: (canvas) =>
      drawTimeLines(
        {
          lines,
          calendar,
          bands,
          axis: {
            title: 'Below the peak (%)',
            format: percentFormat(low, 0),
            scale: { domain: [low, 0], nice: false },
          },
          below: () => [shadedFalls(falls, calendar, canvas)],
          above: () => [labelledFalls(falls, canvas)],
          ...(all.length === 1
            ? {
                mark: ({ theme }) => ({
                  type: 'area',
                  color: theme.loss,
                  fillOpacity: 0.4,
                  line: { color: theme.loss, strokeWidth: 1.2 },
                }),
              }
            : {}),
        },
        canvas,
      ),
  });
}

const inWords = ({ depth, peak, trough, recovery }: Drawdown, index: number): string =>
  `${index + 1}. ${percentCell(depth, 1).text} (${peak} to ${trough}, ${recovery === null ? 'not recovered' : `recovered ${recovery}`})`;

function shadedFalls(falls: readonly Drawdown[], calendar: Calendar, { theme }: Canvas): JsonObject {
  const end = calendar.date(calendar.length - 1);
  return {
    data: { values: falls.map(({ peak, recovery, depth }) => ({ from: peak, to: recovery ?? end, depth })) },
    mark: { type: 'rect', color: theme.loss, opacity: 0.13 },
    encoding: { x: { field: 'from', type: 'temporal', scale: { type: 'utc' } }, x2: { field: 'to' } },
  };
}

function labelledFalls(falls: readonly Drawdown[], canvas: Canvas): JsonObject {
  return {
    data: {
      values: falls.map(({ trough, depth }) => ({ date: trough, value: depth, label: percentCell(depth, 1).text })),
    },
    mark: { type: 'text', dy: 11, fontSize: 11, color: canvas.theme.text },
    encoding: {
      x: timeChannel('date', canvas, ''),
      y: { field: 'value', type: 'quantitative' },
      text: { field: 'label', type: 'nominal' },
    },
  };
}
