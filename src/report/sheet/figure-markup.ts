import type { Chart } from '../charts/chart.js';
import { svgOf } from '../charts/svg-of.js';
import type { VegaLiteSpec } from '../charts/vega-lite-spec.js';
import { type Markup, markup, nothing, trusted } from './markup.js';

/** Pixels that a picture is drawn for: about a third of a wide page, which is all of a narrow one. */
export const NARROW = { width: 400, height: 264 } as const;

/** The same for a picture over the whole width of a page. */
export const WIDE = { width: 1120, height: 320 } as const;

/**
 * A chart as a figure: the drawing without its heading, which stands in the caption, where it can be read, wrapped and found. Colours are those of the light
 * theme, which the style of the page turns dark.
 */
export const figureMarkup = async (chart: Chart): Promise<Markup> => figureOf(chart, NARROW, '');

/** The same as one figure over the whole width of the page and one for a page without that room; only one of the two is shown. */
export const wideFigureMarkup = async (chart: Chart, narrow: Chart): Promise<Markup> =>
  markup`${await figureOf(chart, WIDE, 'full wide')}${await figureOf(narrow, NARROW, 'narrow')}`;

async function figureOf(chart: Chart, size: typeof NARROW | typeof WIDE, name: string): Promise<Markup> {
  const { title, subtitle } = chart;
  return markup`<figure${name === '' ? nothing : markup` class="${name}"`} aria-label="${title}"><figcaption><b>${title}</b><span>${withoutSource(subtitle)}</span></figcaption>${await drawing(chart, size)}</figure>`;
}

/** Figures side by side. */
export const figuresMarkup = (figures: readonly Markup[]): Markup =>
  figures.length === 0 ? nothing : markup`<div class="figures">${figures}</div>`;

/** Pixels of the lines of a heading, and of the space around it, as charts lay them out. */
const [TITLE_LINE, SUBTITLE_LINE, SPACE] = [19, 15, 14];

/** About as high as a heading is: so much more is asked for, and what it really takes is taken off. */
const HEADING = 110;

async function drawing(chart: Chart, { width, height }: typeof NARROW | typeof WIDE): Promise<Markup> {
  const { title, description } = chart;
  const asked = chart.toSpec({ width, height: height + HEADING });
  const { $schema, ...spec } = asked;
  const body = Object.fromEntries(Object.entries(spec).filter(([key]) => key !== 'title'));
  const around = spec['padding'] as unknown as Readonly<Record<'top' | 'bottom', number>>;
  const padding = { ...around, top: around.top - headingHeight(asked) };
  const inner = Math.max(60, height - padding.top - padding.bottom);
  return trusted(await svgOf({ $schema, ...body, padding, height: inner }, { title, description }));
}

/** How much lower a picture is without its heading. */
function headingHeight({ title }: VegaLiteSpec): number {
  const { text, subtitle } = title as unknown as Readonly<Record<'text' | 'subtitle', readonly string[]>>;
  return text.length * TITLE_LINE + subtitle.length * SUBTITLE_LINE + SPACE;
}

/** The sources of all pictures stand once, in the section about the data. */
const withoutSource = (subtitle: string): string => subtitle.replace(/ ?\bData: .*$/s, '');
