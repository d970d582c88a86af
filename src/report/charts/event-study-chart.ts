import {
  assertKnownOptions,
  assertObject,
  describeValue,
  inPercent,
  InputError,
  suggestNames,
} from '../../core/index.js';
import type { EventStudy, HorizonStudy, PathPoint } from '../../inference/index.js';
import { assertReturnSeries } from '../../panel/index.js';
import { makeTable, percentCell } from '../../table/index.js';
import { assertKind } from './assert-kind.js';
import { type Canvas, type Chart, makeChart } from './chart.js';
import { seriesMarks } from './chart-series.js';
import { type EventPath, eventStudyPaths, type StudiedSeries } from './event-study-paths.js';
import { marksIn } from './marks-in.js';
import { extent, percentFormat } from './scale-ticks.js';
import { spreadLabels } from './spread-labels.js';
import { sentences } from './subtitle.js';
import { valueChannel } from './time-chart.js';
import { ruleAt } from './time-layers.js';
import type { JsonObject } from './vega-lite-spec.js';

/** Options of {@link eventStudyChart}. */
export interface EventStudyChartOptions {
  /** Where the data come from, for the subtitle: the result does not say. */
  readonly source?: string | undefined;
  readonly title?: string | undefined;
  /** Which of the study's lengths, in its words, such as '12 months'; the first when absent. */
  readonly horizon?: string | undefined;
  /** The series of the study: with them every event has a line of its own. */
  readonly paths?: StudiedSeries | undefined;
}

const MEASURES = {
  buyAndHold: 'Buy-and-hold return less that of',
  cumulative: 'Summed return less that of',
  relativeWealth: 'Wealth relative to',
} as const;

/**
 * The average path after events with its band, beside that of all windows of the same length; with `paths` also the line of every event.
 *
 * The mean, its band (mean ± t × sd/√n, point by point) and the mean of all windows are the `path` of the study's horizon. A line of an event is the
 * figure that `eventStudy` gives for it after 1, 2, … periods; long windows have sixty points.
 *
 * @throws InputError `option.type` (not what `eventStudy` answers), `option.range` (no such horizon; other series than the study's), `panel.empty-window` (no event), `option.unknown`.
 * @see MacKinlay, A. C. (1997), "Event Studies in Economics and Finance", Journal of Economic Literature 35(1).
 * @example
 * const size = frenchSize();
 * const [series, benchmark] = [size.returns('Lo 30'), size.returns('Hi 30')];
 * const study = eventStudy(series, firstCuts(usPolicyRate()), { benchmark, months: 12 });
 * console.log(eventStudyChart(study, { paths: { series, benchmark } }).data.rows.length); // 13
 */
export function eventStudyChart(study: EventStudy, options: EventStudyChartOptions = {}): Chart {
  const where = 'eventStudyChart';
  assertKnownOptions(where, options, ['source', 'title', 'horizon', 'paths']);
  assertKind(where, study, ['horizons', 'measure', 'benchmark', 'assumptions'], 'eventStudy(…)');
  const horizon = horizonOf(where, study, options.horizon);
  const { path, n, independent, mean, hits, baseRate } = horizon;
  if (path.length === 0) {
    throw new InputError(
      'panel.empty-window',
      `${where}: no event of the study has a window of ${horizon.horizon}, so there is nothing to draw.`,
      {
        where,
        excluded: horizon.excluded,
      },
    );
  }
  const { paths } = options;
  if (paths !== undefined) {
    assertObject(where, '"paths"', paths);
    assertReturnSeries(where, '"paths.series"', paths.series);
    assertReturnSeries(where, '"paths.benchmark"', paths.benchmark);
  }
  const lines = paths === undefined ? [] : eventStudyPaths(where, study, horizon, paths);
  const title = options.title ?? `${study.name} after ${study.events}: ${horizon.horizon}`;
  const level = inPercent(study.level);
  const sources =
    paths === undefined ? [] : seriesMarks([paths.series, paths.benchmark]).filter((mark) => mark.startsWith('Data: '));
  return makeChart({
    title,
    subtitle: sentences(
      `${MEASURES[study.measure]} ${study.benchmark}, ${n} event${n === 1 ? '' : 's'}${independent < n ? ` (${independent} without a common period)` : ''}, data ${study.from ?? '–'} to ${study.to ?? '–'}`,
      `Thick: mean of the events${n > 1 ? `; shaded: ${level} band` : ''}; dashed: mean of all windows${lines.length > 0 ? '; thin: each event' : ''}`,
      study.usesHindsight ? 'Uses hindsight' : '',
      ...marksIn(study.notes).filter((note) => !/hindsight/i.test(note)),
      ...sources,
      options.source ?? '',
    ),
    notes: study.notes,
    description: `After ${horizon.horizon} the mean of ${n} events is ${percentCell(mean, 1).text}, ${hits} of them above 0; the mean of all windows is ${percentCell(baseRate.mean, 1).text}.`,
    height: lines.length > 0 ? 420 : 380,
    data: () =>
      makeTable({
        title,
        columns: [
          { key: 'period', label: 'Period' },
          { key: 'mean', label: 'Mean' },
          { key: 'low', label: `${level} low` },
          { key: 'high', label: `${level} high` },
          { key: 'base', label: 'All windows' },
          ...lines.map(({ date }, index) => ({ key: `event${index}`, label: date })),
        ],
        rows: path.map(({ period, ...figures }) => ({
          period,
          ...Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, percentCell(value)])),
          ...Object.fromEntries(
            lines.map(({ points }, index) => [
              `event${index}`,
              percentCell(points.find((point) => point.period === period)?.value ?? NaN),
            ]),
          ),
        })),
      }),
    draw: (canvas) => ({ body: { layer: layersOf(path, lines, study, canvas) }, right: lines.length > 0 ? 78 : 18 }),
  });
}

function horizonOf(where: string, { horizons }: EventStudy, asked: string | undefined): HorizonStudy {
  const found = asked === undefined ? horizons[0] : horizons.find(({ horizon }) => horizon === asked);
  if (found !== undefined) return found;
  const known = horizons.map(({ horizon }) => horizon);
  throw new InputError(
    'option.range',
    `${where}: the study has no horizon ${describeValue(asked)}. ${suggestNames(asked, known)}`,
    {
      where,
      found: asked,
      known,
    },
  );
}

function layersOf(
  path: readonly PathPoint[],
  lines: readonly EventPath[],
  { benchmark, measure }: EventStudy,
  canvas: Canvas,
): readonly JsonObject[] {
  const { theme } = canvas;
  const [low, high] = extent(
    path.flatMap((point) => [point.mean, point.low, point.high, point.base]),
    lines.flatMap(({ points }) => points.map(({ value }) => value)),
  );
  const room = (high - low || 0.01) * 0.04;
  const domain = [low - room, high + room];
  const x = {
    field: 'period',
    type: 'quantitative',
    scale: { domain: [0, path.length - 1], nice: false },
    axis: { title: 'Periods after the event became known', grid: false, tickMinStep: 1, tickCount: 12, format: 'd' },
  };
  const y = valueChannel('value', {
    title: `${MEASURES[measure]} ${benchmark} (%)`,
    format: percentFormat(low, high),
    scale: { domain, nice: false },
  });
  const values = path.map(({ period, mean, low, high, base }) => ({
    period,
    value: mean,
    low: nullable(low),
    high: nullable(high),
    base,
  }));
  const band = values.some(({ low }) => low !== null);
  const ends = lines.flatMap(({ date, points }) => {
    const last = points.at(-1)!;
    return points.length > 1 ? [{ ...last, label: date.slice(0, 7) }] : [];
  });
  const height = canvas.height - 150;
  const scaled = (value: number): number => ((domain[1]! - value) / (domain[1]! - domain[0]!)) * height;
  const places = spreadLabels(
    ends.map(({ value }) => scaled(value)),
    12,
  );
  return [
    ...(band
      ? [
          {
            data: { values },
            mark: { type: 'area', color: theme.series[0]!, opacity: 0.2 },
            encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
          },
        ]
      : []),
    ruleAt(0, canvas),
    ...(lines.length > 0
      ? [
          {
            data: { values: lines.flatMap(({ date, points }) => points.map((point) => ({ ...point, event: date }))) },
            mark: { type: 'line', color: theme.rule, strokeWidth: 0.8, opacity: 0.75, tooltip: true },
            encoding: { x, y, detail: { field: 'event', type: 'nominal' } },
          },
          ...ends.map((end, index): JsonObject => ({
            data: { values: [{ ...end }] },
            mark: {
              type: 'text',
              align: 'left',
              dx: 5,
              dy: places[index]! - scaled(end.value),
              fontSize: 10,
              color: theme.muted,
            },
            encoding: { x, y, text: { field: 'label', type: 'nominal' } },
          })),
        ]
      : []),
    {
      data: { values },
      mark: { type: 'line', color: theme.series[1]!, strokeDash: [5, 3], strokeWidth: 1.6 },
      encoding: { x, y: { ...y, field: 'base' } },
    },
    {
      data: { values },
      mark: { type: 'line', color: theme.series[0]!, strokeWidth: 3, tooltip: true },
      encoding: { x, y },
    },
  ];
}

const nullable = (value: number): number | null => (Number.isFinite(value) ? value : null);
