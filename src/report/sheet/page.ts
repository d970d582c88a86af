import { libraryVersion } from '../../core/index.js';
import { type Markup, markup, nothing, trusted } from './markup.js';
import { pageStyle, type SheetTheme } from './page-style.js';
import type { Section } from './section.js';

/** What a page consists of. */
export interface Page {
  readonly title: string;
  /** What is under the title: window, benchmark, cash. */
  readonly lead: string;
  readonly sections: readonly Section[];
  readonly theme: SheetTheme;
  /** Of the run, where there is one. */
  readonly digest: string | null;
}

/** Nothing may be loaded, run or sent: the page is all there is. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page in one file: no script, no address outside it. It says nothing about when it was made, so the same input gives the same bytes. */
export function pageMarkup({ title, lead, sections, theme, digest }: Page): string {
  const links = sections.map(({ id, heading }) => markup`<li><a href="#${id}">${heading}</a></li>`);
  const bodies = sections.map(
    ({ id, heading, body }) =>
      markup`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>${body}</section>\n`,
  );
  const scheme = theme === 'auto' ? 'light dark' : theme;
  const run: Markup = digest === null ? nothing : markup`<br>Digest of the run: <span class="digest">${digest}</span>`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${scheme}">
<meta name="generator" content="backtilt ${libraryVersion}">
<title>${title}</title>
<style>${trusted(pageStyle(theme))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the figures</a>
<header>
<h1>${title}</h1>
<p class="lead">${lead}</p>
<nav aria-label="Sections"><ul>${links}</ul></nav>
</header>
<main id="main" tabindex="-1">
${bodies}</main>
<footer>Made by backtilt ${libraryVersion}. Past returns are no promise of future ones; a backtest is a description, not a forecast.${run}</footer>
</body>
</html>
`.markup;
}
