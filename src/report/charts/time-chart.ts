import { type Bands, type BandsInput, type ChartTime, readBands } from './bands.js';
import { type Canvas, type Drawn, EDGE, LEFT } from './chart.js';
import { type DatedLine, lineRows } from './dated-lines.js';
import { seriesColour, topLegend } from './series-colour.js';
import { bandLayers, timeChannel, timeTitle } from './time-layers.js';
import type { JsonObject } from './vega-lite-spec.js';

/** What every chart over time takes. */
export interface TimeChartOptions {
  /** In place of the usual title. */
  readonly title?: string | undefined;
  /** Shaded spans and marked days: `usRecessions()`, `recessions(…)`, `firstCuts(…)`, spans and days, one of them or a list. */
  readonly bands?: BandsInput | undefined;
}

/** The scale and the axis of the values. */
export interface ValueAxis {
  readonly title: string;
  /** In the words of d3-format. */
  readonly format: string;
  readonly scale?: JsonObject;
  readonly values?: readonly number[];
  /** Whether values of 0 and less have no place. */
  readonly log?: boolean;
}

/** What lines over time are drawn from. */
export interface TimeLines {
  readonly lines: readonly DatedLine[];
  readonly calendar: ChartTime;
  /** Of the axis of time; by the frequency when absent. */
  readonly timeTitle?: string;
  readonly bands: Bands;
  readonly axis: ValueAxis;
  /** Layers under and over the lines. */
  readonly below?: (canvas: Canvas) => readonly JsonObject[];
  readonly above?: (canvas: Canvas) => readonly JsonObject[];
  readonly mark?: (canvas: Canvas) => JsonObject;
}

/** Pixels beside the plotting area. */
const BESIDE = 80;

/** Lines over time, thinned where there are more points than pixels. */
export function drawTimeLines(parts: TimeLines, canvas: Canvas): Drawn {
  const { lines, calendar, bands, axis } = parts;
  const shown = axis.log === true ? lines.map((line) => ({ ...line, values: line.values.map(positive) })) : lines;
  const { rows, remarks } = lineRows(shown, canvas.width - BESIDE);
  const short = Math.max(...lines.map(({ values }) => values.length)) < 3;
  const line: JsonObject = {
    data: { values: rows },
    mark: {
      type: 'line',
      strokeWidth: 1.6,
      strokeJoin: 'round',
      tooltip: true,
      ...(short ? { point: true } : {}),
      ...parts.mark?.(canvas),
    },
    encoding: {
      x: timeChannel('date', canvas, parts.timeTitle ?? timeTitle[calendar.frequency]),
      y: valueChannel('value', axis),
      ...seriesColour(
        lines.map(({ name }) => name),
        canvas,
      ),
    },
  };
  const layers = [
    ...bandLayers(bands, canvas),
    ...(parts.below?.(canvas) ?? []),
    line,
    ...(parts.above?.(canvas) ?? []),
  ];
  const names = lines.map(({ name }) => name);
  return { body: { layer: layers }, remarks, legend: topLegend(names, canvas.width).height };
}

const positive = (value: number): number => (value > 0 ? value : NaN);

/** The channel of the values. */
export const valueChannel = (field: string, { title, format, scale, values }: ValueAxis): JsonObject => ({
  field,
  type: 'quantitative',
  ...(scale === undefined ? {} : { scale }),
  axis: { ...titleAbove(title), format, ...(values === undefined ? { tickCount: 6 } : { values: [...values] }) },
});

/** The title of a vertical axis, written above it from left to right: turned by 90° it is hard to read, and too long for a small picture. */
export const titleAbove = (title: string, left = LEFT): JsonObject => ({
  title,
  titleAngle: 0,
  titleAlign: 'left',
  titleBaseline: 'bottom',
  titleX: EDGE - left,
  titleY: -8,
});

/** Reads the bands of a chart over time. */
export const bandsOf = (where: string, options: TimeChartOptions, calendar: ChartTime): Bands =>
  readBands(where, options.bands, calendar);
