import type { Canvas } from './chart.js';
import { extent } from './scale-ticks.js';
import { titleAbove } from './time-chart.js';
import type { JsonObject } from './vega-lite-spec.js';

/** A cell of a heat map. A value that is not finite is an empty cell. */
export interface HeatCell {
  readonly row: string;
  readonly column: string;
  readonly value: number;
  readonly text: string;
}

/** What a heat map is made of. */
export interface HeatMap {
  readonly cells: readonly HeatCell[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Titles of the axes. */
  readonly down: string;
  readonly across: string;
  /** The value at which the colours end; the furthest when absent. */
  readonly reach?: number;
  /** Where the columns are named: 'top' where there are many rows. */
  readonly orient: 'top' | 'bottom';
  /** Pixels left of the cells. */
  readonly left: number;
}

/** The layers of a heat map: coloured cells, and their figures upon them. Colours are centred at 0. */
export function heatLayers(
  { cells, rows, columns, down, across, reach, orient, left }: HeatMap,
  canvas: Canvas,
): JsonObject {
  const { theme } = canvas;
  const known = cells.filter(({ value }) => Number.isFinite(value));
  const [low, high] = extent(known.map(({ value }) => value));
  const [domain, range] = coloursOf(low, high, reach, theme.diverging);
  const room = (canvas.width - 80) / columns.length;
  const axis = { grid: false, domain: false, ticks: false, labelAngle: 0, labelOverlap: false };
  const place: JsonObject = {
    x: { field: 'column', type: 'ordinal', scale: { domain: [...columns] }, axis: { ...axis, title: across, orient } },
    y: { field: 'row', type: 'ordinal', scale: { domain: [...rows] }, axis: { ...axis, ...titleAbove(down, left) } },
  };
  return {
    data: { values: known.map(({ row, column, value, text }) => ({ row, column, value, text })) },
    encoding: place,
    layer: [
      {
        mark: { type: 'rect', stroke: theme.background, strokeWidth: 1, tooltip: true },
        encoding: {
          color: {
            field: 'value',
            type: 'quantitative',
            scale: { domain, range, interpolate: 'rgb', clamp: true },
            legend: null,
          },
        },
      },
      ...(room < 26
        ? []
        : [
            {
              mark: { type: 'text', fontSize: room < 38 ? 8.5 : 10.5, color: theme.onDiverging },
              encoding: { text: { field: 'text', type: 'nominal' } },
            },
          ]),
    ],
  };
}

/** The colours of the cells: around 0 where there are values on both sides of it, from pale to strong where there are none. */
function coloursOf(
  low: number,
  high: number,
  reach: number | undefined,
  [below, middle, above]: readonly [string, string, string],
): readonly [domain: readonly number[], range: readonly string[]] {
  const furthest = reach ?? (Math.max(Math.abs(low), Math.abs(high)) || 1);
  if (reach !== undefined || low * high <= 0 || low === high)
    return [
      [-furthest, 0, furthest],
      [below, middle, above],
    ];
  return low > 0
    ? [
        [low, high],
        [middle, above],
      ]
    : [
        [low, high],
        [below, middle],
      ];
}
