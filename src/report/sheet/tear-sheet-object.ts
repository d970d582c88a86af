import { type Displayed, toText, withDisplay } from '../../table/index.js';
import type { Comparison } from '../comparison.js';
import { inNotebook } from './in-notebook.js';

/** A report as one page of HTML. It shows itself in notebooks, in a frame of its own, and as its headline figures in consoles. */
export interface TearSheet extends Displayed {
  readonly title: string;
  /** The whole page: write it to a file and open it. No network, no script; the same input gives the same bytes. */
  readonly html: string;
  /** How long the page is, in bytes of UTF-8. */
  readonly bytes: number;
  /** The headline figures. */
  readonly comparison: Comparison;
  /** What stands first on the page: hindsight, proxies, few decisions, free trading, short history. */
  readonly warnings: readonly string[];
}

/** Makes the frozen object of a page. */
export function makeTearSheet(parts: Omit<TearSheet, 'bytes' | 'toString'>): TearSheet {
  const { title, html, comparison, warnings } = parts;
  const sheet = { title, html, bytes: bytesOf(html), comparison, warnings: Object.freeze([...warnings]) };
  return withDisplay(sheet, {
    text: (self) => {
      const { layout, texts } = comparison.table;
      return toText({ title, layout, texts, notes: [...self.warnings, ...sizeNote(self.bytes)] });
    },
    html: (self) => inNotebook(self.title, self.html),
  });
}

const sizeNote = (bytes: number): string[] => [
  `The whole page, ${Math.ceil(bytes / 1000)} kB of HTML, is "html": write it to a file and open it.`,
];

/** The length of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
