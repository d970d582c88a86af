import type { JsonObject } from './vega-lite-spec.js';

/** The names of the themes. */
export type ThemeName = 'light' | 'dark';

/** The colours of a theme. Texts have a contrast of 4.5 : 1 or more to what they stand on. */
export interface ChartTheme {
  readonly name: ThemeName;
  readonly background: string;
  readonly text: string;
  /** Of subtitles and axes. */
  readonly muted: string;
  readonly grid: string;
  /** Of rules and of what stands beside the matter itself. */
  readonly rule: string;
  /** Of shaded spans of time. */
  readonly band: string;
  /** Of series, in order: Okabe and Ito's, which people with any colour blindness tell apart. */
  readonly series: readonly string[];
  /** Below, at and above the middle of a scale, and the text on them. */
  readonly diverging: readonly [string, string, string];
  readonly onDiverging: string;
  readonly gain: string;
  readonly loss: string;
}

/**
 * Light and dark. Series are drawn in the colours of Okabe and Ito, "Color Universal Design" (2008), without the yellow on white and
 * without the dark blue on black; scales with a middle run from their vermilion to their blue, never from red to green.
 */
export const chartThemes: Readonly<Record<ThemeName, ChartTheme>> = {
  light: {
    name: 'light',
    background: '#ffffff',
    text: '#1f2328',
    muted: '#57606a',
    grid: '#e6e8eb',
    rule: '#6e7781',
    band: '#8c959f',
    series: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'],
    diverging: ['#e0813a', '#f6f6f6', '#4a9ccf'],
    onDiverging: '#111418',
    gain: '#0072b2',
    loss: '#d55e00',
  },
  dark: {
    name: 'dark',
    background: '#16191d',
    text: '#e6e9ec',
    muted: '#aab2bb',
    grid: '#2c3138',
    rule: '#8b949e',
    band: '#8b949e',
    series: ['#56b4e9', '#e69f00', '#009e73', '#cc79a7', '#f0e442', '#d55e00', '#ffffff'],
    diverging: ['#a84300', '#24292f', '#00629b'],
    onDiverging: '#ffffff',
    gain: '#56b4e9',
    loss: '#e69f00',
  },
};

/** Sans-serif faces that most systems have one of. */
const FONT = 'Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif';

/** How a theme looks, in Vega-Lite's own words. */
export function themeConfig(theme: ChartTheme): JsonObject {
  const { text, muted, grid, series } = theme;
  return {
    font: FONT,
    aria: false,
    view: { stroke: null },
    title: {
      color: text,
      subtitleColor: muted,
      fontSize: 15,
      lineHeight: 19,
      subtitleFontSize: 11.5,
      subtitleLineHeight: 15,
      subtitlePadding: 2,
    },
    axis: {
      labelColor: muted,
      titleColor: muted,
      gridColor: grid,
      domainColor: grid,
      tickColor: grid,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: 'normal',
    },
    legend: { labelColor: text, titleColor: muted, labelFontSize: 11.5, titleFontSize: 11, titleFontWeight: 'normal' },
    range: { category: [...series] },
    text: { color: text },
  };
}
