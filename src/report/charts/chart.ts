import { assertKnownOptions, assertNumber, assertOneOf, lazily } from '../../core/index.js';
import { type Table, wrapText } from '../../table/index.js';
import { chartText } from './chart-text.js';
import { type ChartTheme, chartThemes, themeConfig, type ThemeName } from './chart-theme.js';
import { harmlessWords } from './harmless-words.js';
import { svgOf } from './svg-of.js';
import { type JsonObject, VEGA_LITE_SCHEMA, type VegaLiteSpec } from './vega-lite-spec.js';

/** How a chart is drawn. */
export interface ChartLook {
  /** 'light' when absent. */
  readonly theme?: ThemeName | undefined;
  /** Of the whole picture, in pixels; 720 when absent. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/**
 * A picture of figures. It shows itself in notebooks (Jupyter, VS Code, Deno) and as text in consoles; the figures behind it are its `data`.
 */
export interface Chart {
  readonly title: string;
  /** What is seen: measure, window, source, and the marks without which it must not be shown (proxy, hindsight). */
  readonly subtitle: string;
  readonly notes: readonly string[];
  /** The headline fact in words, for those who cannot see the picture. */
  readonly description: string;
  /** The table behind the picture, with every point, drawn or not. */
  readonly data: Table;
  /** The picture as plain data for Vega-Lite 5 and 6, figures included. */
  toSpec(this: void, look?: ChartLook): VegaLiteSpec;
  /**
   * The picture as a text of SVG, drawn without a browser and without the network: the same bytes on every run and in every time zone.
   *
   * @throws InputError `package.missing` where the packages "vega" and "vega-lite" are not installed; `option.unknown`, `option.type`, `option.range`.
   */
  toSvg(this: void, look?: ChartLook): Promise<string>;
  toString(): string;
}

/** The size and the theme that a picture is drawn in. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
}

/** What a picture consists of, besides what every one has. */
export interface Drawn {
  /** Encoding, layers and data, in Vega-Lite's words. */
  readonly body: JsonObject;
  /** What is to be said of this very drawing, such as how many points it has. */
  readonly remarks?: readonly string[];
  /** Pixels left and right of the plotting area, below it, and of the legend above it, where they are not the usual ones. */
  readonly left?: number;
  readonly right?: number;
  readonly below?: number;
  readonly legend?: number;
}

/** What {@link makeChart} makes a chart from. */
export interface ChartParts {
  readonly title: string;
  readonly subtitle: string;
  readonly notes?: readonly string[];
  readonly description: string;
  readonly height?: number;
  readonly data: () => Table;
  readonly draw: (canvas: Canvas) => Drawn;
}

const WIDTH = 720;
const HEIGHT = 380;
/** Pixels that a letter of title and subtitle takes at most, on average. */
const [TITLE_LETTER, SUBTITLE_LETTER] = [9.6, 6.1];

/** Pixels left of the plotting area, and of the title of the axis above it. */
export const LEFT = 58;
const AXIS_TITLE = 20;
/** Pixels of a line of the title and of the subtitle. */
const [TITLE_LINE, SUBTITLE_LINE] = [19, 15];
export const EDGE = 12;

/** Makes a {@link Chart}. */
export function makeChart({ title, subtitle, description, ...parts }: ChartParts): Chart {
  const canvasOf = (where: string, look: ChartLook): Canvas => {
    assertKnownOptions(where, look, ['theme', 'width', 'height']);
    const { theme = 'light', width = WIDTH, height = parts.height ?? HEIGHT } = look;
    assertOneOf(where, 'theme', theme, ['light', 'dark']);
    assertNumber(where, 'width', width, { min: 240, max: 4000 });
    assertNumber(where, 'height', height, { min: 120, max: 4000 });
    return { theme: chartThemes[theme], width, height };
  };
  const specOf = (where: string, look: ChartLook): VegaLiteSpec => {
    const canvas = canvasOf(where, look);
    const drawn = parts.draw(canvas);
    const lines = (text: string, letter: number): string[] =>
      text === '' ? [] : wrapText(text, Math.floor((canvas.width - 24) / letter), '').split('\n');
    const heading = {
      text: lines(title, TITLE_LETTER),
      subtitle: lines([subtitle, ...(drawn.remarks ?? [])].join(' '), SUBTITLE_LETTER),
    };
    return harmlessWords({
      $schema: VEGA_LITE_SCHEMA,
      description: `${title}. ${description}`,
      background: canvas.theme.background,
      config: themeConfig(canvas.theme),
      ...framed(canvas, drawn, heading),
      ...drawn.body,
    });
  };
  const looks = {
    title,
    subtitle,
    description,
    toSpec: (look: ChartLook = {}) => specOf('chart.toSpec', look),
    toSvg: async (look: ChartLook = {}) => svgOf(specOf('chart.toSvg', look), { title, description }),
  };
  const chart = lazily(looks, {
    notes: () => Object.freeze([...(parts.notes ?? []), ...(parts.draw(canvasOf('chart', {})).remarks ?? [])]),
    data: parts.data,
  });
  const text = (): string => chartText(chart);
  const hidden = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });
  Object.defineProperties(chart, {
    toString: hidden(text),
    [Symbol.for('nodejs.util.inspect.custom')]: hidden(text),
    [Symbol.for('Jupyter.display')]: hidden(() => ({
      'application/vnd.vegalite.v5+json': chart.toSpec(),
      'text/plain': text(),
    })),
  });
  return Object.freeze(chart);
}

interface Heading {
  readonly text: readonly string[];
  readonly subtitle: readonly string[];
}

/**
 * The heading and the sizes. They are set, not fitted: without a browser the widths of texts are estimates, and a picture fitted to them is half
 * empty.
 */
function framed(
  canvas: Canvas,
  { left = LEFT, right = 18, below = 46, legend = 0 }: Drawn,
  heading: Heading,
): JsonObject {
  const offset = 10;
  const above =
    EDGE + heading.text.length * TITLE_LINE + heading.subtitle.length * SUBTITLE_LINE + offset + AXIS_TITLE + legend;
  return {
    title: { ...heading, anchor: 'start', frame: 'group', dx: EDGE - left, offset },
    width: canvas.width - left - right,
    height: Math.max(60, canvas.height - above - below),
    padding: { left, right, top: above, bottom: below },
    autosize: { type: 'none' },
  };
}
