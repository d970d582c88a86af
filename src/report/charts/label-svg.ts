import { escapeHtml } from '../../table/index.js';

/** What a picture says to those who do not see it. */
export interface SvgLabel {
  readonly title: string;
  readonly description: string;
}

/**
 * Finishes a drawing: role, label, title and description for screen readers; and ids that are the same on every run, yet differ from
 * those of other drawings in one page (the renderer counts them over all that a process draws).
 */
export function labelSvg(svg: string, { title, description }: SvgLabel): string {
  const renamed = withOwnIds(withOneFont(withShortPlaces(withShortPaths(svg))));
  const end = renamed.indexOf('>');
  const label = escapeHtml(`${title}. ${description}`);
  const texts = `<title>${escapeHtml(title)}</title><desc>${escapeHtml(description)}</desc>`;
  return `${renamed.slice(0, end)} role="img" aria-label="${label}">${texts}${renamed.slice(end + 1)}`;
}

/** Paths to the tenth of a pixel, which nobody sees, at half the length. */
const withShortPaths = (svg: string): string =>
  svg.replaceAll(/ d="[^"]+"/g, (path) =>
    path.replaceAll(/\d+\.\d\d+/g, (number) => String(Number(Number(number).toFixed(1)))),
  );

/** Places to the thousandth of a pixel: the last bits of a figure may differ from one platform's mathematics to another's, pictures do not. */
const withShortPlaces = (svg: string): string =>
  svg.replaceAll(/ transform="[^"]+"/g, (places) =>
    places.replaceAll(/\d+\.\d{4,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(3)))),
  );

/** The font once, at the root, in place of once in every text. */
function withOneFont(svg: string): string {
  const font = / font-family="[^"]+"/.exec(svg)?.[0];
  return font === undefined ? svg : svg.replaceAll(font, '').replace('<svg', `<svg${font}`);
}

function withOwnIds(svg: string): string {
  const ids = [...new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!))];
  if (ids.length === 0) return svg;
  const escaped = ids.map((id) => id.replaceAll(/[^\w]/g, String.raw`\$&`));
  const pattern = new RegExp(String.raw`( id="|url\(#|href="#)(${escaped.join('|')})(?=["')])`, 'g');
  const numbered = (prefix: string): string =>
    svg.replaceAll(pattern, (_, before: string, id: string) => `${before}${prefix}${ids.indexOf(id)}`);
  return numbered(`c${digest(numbered('id'))}-`);
}

/** A short name for a text: FNV-1a, 32 bits. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
