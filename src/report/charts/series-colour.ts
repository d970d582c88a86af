import type { Canvas } from './chart.js';
import type { Json, JsonObject } from './vega-lite-spec.js';

/** Dashes of the series after the last colour, which begin again with the first. */
const DASHES: readonly (readonly number[])[] = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
];
/** Pixels that a letter of the legend is taken to have: as the renderer estimates. */
const LETTER = 9.2;

/** How a legend on top is laid out: entries in a line, and its height in pixels. */
export function topLegend(
  names: readonly string[],
  width: number,
): { readonly columns: number; readonly height: number } {
  const item = Math.max(...names.map((name) => Math.min(name.length, 38))) * LETTER + 34;
  const columns = Math.max(1, Math.min(names.length, Math.floor((width - 60) / item)));
  return { columns, height: names.length < 2 ? 0 : Math.ceil(names.length / columns) * 17 + 13 };
}

/** Colour by series in the order of the names, with a legend on top where there are several. */
export function seriesColour(names: readonly string[], { width, theme }: Canvas, symbol = 'stroke'): JsonObject {
  const { series } = theme;
  const legend: Json =
    names.length < 2
      ? null
      : {
          title: null,
          orient: 'top',
          direction: 'horizontal',
          symbolType: symbol,
          columns: topLegend(names, width).columns,
          labelLimit: 340,
          // Above the title of the vertical axis.
          offset: 30,
        };
  const colour: JsonObject = {
    field: 'series',
    type: 'nominal',
    scale: { domain: [...names], range: names.map((_, index) => series[index % series.length]!) },
    legend,
  };
  if (names.length <= series.length || symbol !== 'stroke') return { color: colour };
  const dashes = names.map((_, index) => DASHES[Math.floor(index / series.length) % DASHES.length]!);
  const dash: JsonObject = { ...colour, scale: { domain: [...names], range: dashes } };
  return { color: colour, strokeDash: dash };
}
