import { extent } from './scale-ticks.js';
import type { Canvas } from './chart.js';
import { titleAbove } from './time-chart.js';
import type { JsonObject } from './vega-lite-spec.js';

/** A bin of a histogram: from (included) up to (excluded, but for the last). */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Counts finite numbers in bins of a round width, about as many as `about` says; one bin where they are all equal. */
export function histogram(values: ArrayLike<number>, about = 36): readonly Bin[] {
  const [low, high] = extent(values);
  if (Number.isNaN(low)) return [];
  const width = roundWidth((high - low) / about) || Math.max(Math.abs(low), 1) * 0.01;
  const first = Math.floor(low / width + 1e-9);
  const count = Math.max(1, Math.ceil(high / width - 1e-9) - first);
  const counts = new Array<number>(count).fill(0);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (!Number.isFinite(value)) continue;
    // An edge that rounding moved by a hair is still that edge.
    const bin = Math.min(count - 1, Math.max(0, Math.floor(value / width + 1e-9) - first));
    counts[bin] = counts[bin]! + 1;
  }
  const edge = (index: number): number => Number(((first + index) * width).toPrecision(10));
  return counts.map((count, index) => ({ from: edge(index), to: edge(index + 1), count }));
}

/** 1, 2, 2.5 or 5 times a power of ten, at least as wide as asked. */
function roundWidth(width: number): number {
  if (!(width > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(width));
  return power * ([1, 2, 2.5, 5, 10].find((step) => step * power >= width) ?? 10);
}

/** A value that stands in a histogram as a vertical rule. */
export interface MarkedValue {
  readonly label: string;
  readonly value: number;
  readonly dashed?: boolean;
}

/** The bars of a histogram, and rules with labels one below the other. */
export function histogramLayers(
  bins: readonly Bin[],
  rules: readonly MarkedValue[],
  axes: { readonly x: string; readonly y: string; readonly format: string },
  { theme, width }: Canvas,
): JsonObject {
  const known = rules.filter(({ value }) => Number.isFinite(value));
  const [low, high] = extent(
    bins.map(({ from }) => from),
    bins.map(({ to }) => to),
    known.map(({ value }) => value),
  );
  const shared = { type: 'quantitative', scale: { domain: [low, high], nice: false, zero: false } };
  const right = (value: number): boolean => (value - low) / (high - low) > 1 - 190 / (width - 80);
  const texts = known.map(({ label, value, dashed = false }, place) => ({ label, value, dashed, place }));
  // A rule begins at its own label, so that it crosses none of those above.
  const rule = ({ value, dashed, place }: (typeof texts)[number]): JsonObject => ({
    data: { values: [{ value }] },
    mark: { type: 'rule', strokeWidth: 1.6, color: theme.text, ...(dashed ? { strokeDash: [4, 3] } : {}) },
    encoding: { x: { field: 'value', ...shared }, y: { value: 2 + place * 15 }, y2: { value: 'height' } },
  });
  const label = (one: (typeof texts)[number]): JsonObject => ({
    data: { values: [one] },
    mark: {
      type: 'text',
      align: right(one.value) ? 'right' : 'left',
      baseline: 'top',
      dx: right(one.value) ? -5 : 5,
      y: 2 + one.place * 15,
      fontSize: 11,
      color: theme.text,
    },
    encoding: { x: { field: 'value', ...shared }, text: { field: 'label', type: 'nominal' } },
  });
  const highest = Math.max(...bins.map(({ count }) => count));
  return {
    layer: [
      {
        data: { values: bins.map(({ from, to, count }) => ({ from, to, count })) },
        mark: {
          type: 'rect',
          color: theme.series[0]!,
          opacity: 0.65,
          stroke: theme.background,
          strokeWidth: 0.5,
          tooltip: true,
        },
        encoding: {
          x: { field: 'from', ...shared, axis: { title: axes.x, format: axes.format, grid: false, tickCount: 8 } },
          x2: { field: 'to' },
          y2: { datum: 0 },
          y: {
            field: 'count',
            type: 'quantitative',
            // Room on top for the labels of the rules.
            scale: { domain: [0, highest * (1 + 0.07 * known.length)], nice: false },
            axis: { ...titleAbove(axes.y), tickCount: 6, format: ',d', tickMinStep: 1 },
          },
        },
      },
      ...texts.map(rule),
      ...texts.map(label),
    ],
  };
}
