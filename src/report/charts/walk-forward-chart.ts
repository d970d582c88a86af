import { assertKnownOptions, InputError } from '../../core/index.js';
import type { WalkForward } from '../../engine/index.js';
import { isoDate, parseIsoDate } from '../../time/index.js';
import { assertKind } from './assert-kind.js';
import { type Chart, makeChart } from './chart.js';
import { seriesMarks } from './chart-series.js';
import { figureFormat } from './figure-format.js';
import { extent } from './scale-ticks.js';
import { seriesColour, topLegend } from './series-colour.js';
import { sentences } from './subtitle.js';
import { type TimeChartOptions, bandsOf, valueChannel } from './time-chart.js';
import { bandLayers, ruleAt, timeChannel } from './time-layers.js';

const NAMES = ['in sample', 'out of sample'] as const;

/**
 * What choosing by the past was worth: for every fold the figure of the chosen variant in training, and what it was in the test that followed.
 *
 * The values are `inSample` and `outOfSample` of the folds of `walkForward`, over the middle of the test window. The distance between the two is what
 * the choice lost; it is mostly a fall.
 *
 * @throws InputError `option.type` (not what `walkForward` answers), `panel.empty-window` (no fold), `option.unknown`.
 * @see Pardo, R. (2008), The Evaluation and Optimization of Trading Strategies, 2nd ed., ch. 11 (walk-forward analysis).
 * @example
 * const walked = walkForward(usFunds(), {
 *   grid: { weight: [0, 0.5, 1] },
 *   strategy: ({ weight }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight }),
 *   by: sharpeRatio,
 *   windows: { train: 60, test: 12 },
 * });
 * console.log(walkForwardChart(walked).data.rows.length); // 21
 */
export function walkForwardChart(walked: WalkForward, options: TimeChartOptions = {}): Chart {
  const where = 'walkForwardChart';
  assertKnownOptions(where, options, ['title', 'bands']);
  assertKind(where, walked, ['folds', 'stability', 'trials', 'table'], 'walkForward(…)');
  const { folds, stability, trials, table, notes, calendar } = walked;
  if (folds.length === 0) throw new InputError('panel.empty-window', `${where}: the walk has no fold.`, { where });
  const metric = /^Walk-forward by (.+), out of sample/.exec(table.title)?.[1] ?? 'figure';
  const { cell, title: axis, axis: formatOf } = figureFormat(metric);
  const bands = bandsOf(where, options, calendar);
  const title = options.title ?? `Walk-forward by ${metric}: in sample and out`;
  const points = folds.map(({ test, inSample, outOfSample }) => {
    const [from, to] = [parseIsoDate(test.from, where), parseIsoDate(test.to, where)];
    return { date: isoDate(Math.round((from + to) / 2)), inSample, outOfSample };
  });
  const [low, high] = extent(points.flatMap(({ inSample, outOfSample }) => [inSample, outOfSample]));
  return makeChart({
    title,
    subtitle: sentences(
      `${folds.length} folds, ${trials} variants in each; the chosen one's ${metric} in training and in the test after it, out of sample ${folds[0]!.test.from} to ${folds.at(-1)!.test.to}`,
      ...bands.words,
      ...seriesMarks([walked]),
    ),
    notes,
    description: `Mean ${metric} in sample ${cell(stability.meanInSample).text}, out of sample ${cell(stability.meanOutOfSample).text}, over ${folds.length} folds.`,
    data: () => table,
    draw: (canvas) => {
      const x = timeChannel('date', canvas, 'Test window (middle)');
      const y = valueChannel('value', { title: axis, format: formatOf(low, high), scale: { zero: false } });
      const known = points.filter(
        ({ inSample, outOfSample }) => Number.isFinite(inSample) && Number.isFinite(outOfSample),
      );
      const dots = points.flatMap(({ date, inSample, outOfSample }) =>
        [inSample, outOfSample].flatMap((value, index) =>
          Number.isFinite(value) ? [{ date, series: NAMES[index]!, value }] : [],
        ),
      );
      return {
        body: {
          layer: [
            ...bandLayers(bands, canvas),
            ...(low < 0 && high > 0 ? [ruleAt(0, canvas)] : []),
            {
              data: {
                values: known.map(({ date, inSample, outOfSample }) => ({ date, value: inSample, to: outOfSample })),
              },
              mark: { type: 'rule', color: canvas.theme.rule, strokeWidth: 1 },
              encoding: { x, y, y2: { field: 'to' } },
            },
            {
              data: { values: dots },
              mark: { type: 'point', filled: true, size: 52, opacity: 1, tooltip: true },
              encoding: { x, y, ...seriesColour(NAMES, canvas, 'circle') },
            },
          ],
        },
        legend: topLegend(NAMES, canvas.width).height,
      };
    },
  });
}
