import { type Frequency, isoDate } from '../../time/index.js';
import type { Bands } from './bands.js';
import type { Canvas } from './chart.js';
import type { JsonObject } from './vega-lite-spec.js';

/** What the axis of time says that its dates are. */
export const timeTitle: Readonly<Record<Frequency, string>> = {
  daily: 'Close of day',
  weekly: 'Close of week',
  monthly: 'Close of month',
  quarterly: 'Close of quarter',
  annual: 'Close of year',
};

/** The axis of time: in UTC, so that no time zone moves a day. */
export function timeChannel(field: string, { width }: Pick<Canvas, 'width'>, title: string): JsonObject {
  return {
    field,
    type: 'temporal',
    scale: { type: 'utc' },
    axis: { title, grid: false, tickCount: Math.max(2, Math.round(width / 90)), labelOverlap: true },
  };
}

/** Shaded spans and marked days, as layers that lie below the lines. */
export function bandLayers({ spans, lines }: Bands, { theme }: Canvas): readonly JsonObject[] {
  const shade: JsonObject = {
    data: { values: spans.map(({ from, to, label }) => ({ from: isoDate(from), to: isoDate(to), label })) },
    mark: { type: 'rect', color: theme.band, opacity: 0.22 },
    encoding: { x: { field: 'from', type: 'temporal', scale: { type: 'utc' } }, x2: { field: 'to' } },
  };
  const marks: JsonObject = {
    data: { values: lines.map(({ day, label }) => ({ date: isoDate(day), label })) },
    mark: { type: 'rule', color: theme.rule, strokeDash: [4, 3] },
    encoding: { x: { field: 'date', type: 'temporal', scale: { type: 'utc' } } },
  };
  return [...(spans.length > 0 ? [shade] : []), ...(lines.length > 0 ? [marks] : [])];
}

/** A horizontal rule at a value, such as the 0 of returns. */
export const ruleAt = (value: number, { theme }: Canvas): JsonObject => ({
  data: { values: [{ level: value }] },
  mark: { type: 'rule', color: theme.rule, strokeWidth: 1 },
  encoding: { y: { field: 'level', type: 'quantitative' } },
});
