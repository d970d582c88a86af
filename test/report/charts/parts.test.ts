import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartThemes } from '../../../src/report/charts/chart-theme.js';
import { histogram } from '../../../src/report/charts/histogram.js';
import { labelSvg } from '../../../src/report/charts/label-svg.js';
import { placeLabels } from '../../../src/report/charts/place-labels.js';
import { logTicks } from '../../../src/report/charts/scale-ticks.js';
import { spreadLabels } from '../../../src/report/charts/spread-labels.js';
import { thinPoints } from '../../../src/report/charts/thin-points.js';

type Colour = readonly [number, number, number];
const rgb = (hex: string): Colour => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** Relative luminance and contrast of the Web Content Accessibility Guidelines 2.1. */
function luminance(colour: Colour): number {
  const [r, g, b] = colour
    .map((part) => part / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: Colour, b: Colour): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}
const between = (a: Colour, b: Colour, share: number): Colour =>
  a.map((part, index) => part + (b[index]! - part) * share) as unknown as Colour;

describe.each(Object.entries(chartThemes))('theme %s', (_, theme) => {
  it('the contrast of black on white is 21, as the guidelines say', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21);
  });

  it('texts have a contrast of 4.5 to what they stand on, on every colour of the scale too', () => {
    const ground = rgb(theme.background);
    for (const text of [theme.text, theme.muted]) expect(contrast(rgb(text), ground)).toBeGreaterThanOrEqual(4.5);
    const [below, middle, above] = theme.diverging.map(rgb) as [Colour, Colour, Colour];
    for (let share = 0; share <= 1; share += 0.05) {
      for (const end of [below, above]) {
        expect(contrast(rgb(theme.onDiverging), between(middle, end, share))).toBeGreaterThanOrEqual(4.5);
      }
    }
    // Labels upon shaded bands and falls.
    for (const [over, opacity] of [
      [theme.band, 0.22],
      [theme.loss, 0.13],
    ] as const)
      expect(contrast(rgb(theme.text), between(ground, rgb(over), opacity))).toBeGreaterThanOrEqual(4.5);
  });

  it('series have the colours of Okabe and Ito, the first four with a contrast of 2.9 at least', () => {
    const named = ['#000000', '#ffffff', '#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7'];
    expect(theme.series.every((colour) => named.includes(colour))).toBe(true);
    expect(new Set(theme.series).size).toBe(theme.series.length);
    for (const colour of theme.series.slice(0, 4))
      expect(contrast(rgb(colour), rgb(theme.background))).toBeGreaterThan(2.9);
  });
});

describe('thinPoints', () => {
  it('keeps all where there is room', () => {
    expect(thinPoints({ days: [1, 2, 3], values: [5, 1, 4] }, 1)).toEqual([0, 1, 2]);
  });

  it('keeps the first, last, lowest and highest of each column', () => {
    const days = Array.from({ length: 12 }, (_, day) => day);
    expect(thinPoints({ days, values: [3, 4, 9, 2, 5, 1, 7, 7, 0, 8, 6, 5] }, 2)).toEqual([0, 2, 5, 6, 8, 9, 11]);
  });

  it('loses neither extremes nor ends nor gaps of any line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: NaN, freq: 9 }), {
          minLength: 1,
          maxLength: 400,
        }),
        fc.integer({ min: 1, max: 30 }),
        (values, columns) => {
          const days = values.map((_, day) => day * 3);
          const kept = thinPoints({ days, values }, columns);
          const known = (list: readonly number[]): number[] => list.filter((value) => !Number.isNaN(value));
          const left = kept.map((place) => values[place]!);
          expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
          expect([kept[0], kept.at(-1)]).toEqual([0, values.length - 1]);
          expect([Math.min(...known(left)), Math.max(...known(left))]).toEqual([
            Math.min(...known(values)),
            Math.max(...known(values)),
          ]);
          expect(left.filter(Number.isNaN).length).toBe(values.filter(Number.isNaN).length);
        },
      ),
    );
  });
});

describe('histogram', () => {
  it('has bins of a round width that hold every value once', () => {
    expect(histogram([0.01, 0.02, 0.02, 0.05], 4)).toEqual([
      { from: 0.01, to: 0.02, count: 1 },
      { from: 0.02, to: 0.03, count: 2 },
      { from: 0.03, to: 0.04, count: 0 },
      { from: 0.04, to: 0.05, count: 1 },
    ]);
    expect(histogram([NaN])).toEqual([]);
    expect(histogram([2, 2]).map(({ count }) => count)).toEqual([2]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
        expect(histogram(values).reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      }),
    );
  });
});

describe('labels', () => {
  it('are moved apart and no further than they must', () => {
    expect(spreadLabels([10, 50, 100], 12)).toEqual([10, 50, 100]);
    expect(spreadLabels([50, 50], 12)).toEqual([44, 56]);
    expect(spreadLabels([53, 47, 200], 12)).toEqual([56, 44, 200]);
  });

  it('beside a point move to its left where another label stands on its right', () => {
    const points = [
      { x: 100, y: 50, width: 40 },
      { x: 120, y: 50, width: 40 },
    ];
    expect(placeLabels(points, { width: 300, height: 100 }).map(({ align }) => align)).toEqual(['right', 'left']);
  });

  it('ticks of a logarithmic axis are round, and inside it', () => {
    expect(logTicks(0.5, 12)).toEqual([0.5, 1, 2, 5, 10]);
    expect(logTicks(0.9, 1.3)).toEqual([0.9, 1, 1.1, 1.2, 1.3]);
    expect(logTicks(1, 1e6)).toEqual([1, 10, 100, 1000, 10000, 100000, 1000000]);
  });
});

describe('labelSvg', () => {
  it('escapes texts, names ids anew and rounds paths to a tenth', () => {
    const svg = '<svg width="2"><path id="clip17" d="M0.123,4.567L8,9"/><g clip-path="url(#clip17)"></g></svg>';
    const labelled = labelSvg(svg, { title: 'A < B', description: 'x & y' });
    expect(labelled).toMatch(
      /^<svg width="2" role="img" aria-label="A &lt; B. x &amp; y"><title>A &lt; B<\/title><desc>x &amp; y<\/desc><path id="(c[0-9a-f]{8}-0)" d="M0.1,4.6L8,9"\/><g clip-path="url\(#\1\)">/,
    );
    expect(labelSvg(svg.replaceAll('17', '18'), { title: 'A < B', description: 'x & y' })).toBe(labelled);
  });
});
