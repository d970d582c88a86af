import { type ChartTheme, chartThemes } from '../charts/chart-theme.js';

/** Every colour of a drawing in the light theme with the one that takes its place in the dark theme. */
export function darkColours(): ReadonlyMap<string, string> {
  const colours = (theme: ChartTheme): readonly string[] => [
    theme.background,
    theme.text,
    theme.muted,
    theme.grid,
    theme.rule,
    theme.band,
    ...theme.series,
    ...theme.diverging,
    theme.onDiverging,
    theme.gain,
    theme.loss,
  ];
  const dark = colours(chartThemes.dark);
  return new Map(colours(chartThemes.light).map((colour, index) => [colour, dark[index]!]));
}

/** Rules that turn drawings of the light theme dark: attributes of SVG yield to any style. */
export function darkDrawings(): string {
  return [...darkColours()]
    .map(([light, dark]) => `svg [fill="${light}"]{fill:${dark}}svg [stroke="${light}"]{stroke:${dark}}`)
    .join('');
}
