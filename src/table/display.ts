import { type Display, displayProperties } from '../core/index.js';

/** What {@link withDisplay} adds. */
export interface Displayed {
  toString(): string;
}

/**
 * Makes an object show itself, and freezes it: `toString()`, the inspection hook of Node and Deno consoles, and the bundle
 * `{ 'text/html', 'text/plain' }` that Jupyter kernels ask for. All three are invisible to loops and to JSON.
 */
export function withDisplay<T extends object>(
  object: T,
  { text, html }: Required<Display<T & Displayed>>,
): T & Displayed {
  const self = object as T & Displayed;
  // Bound to this very object: what stands before another one (a panel with cash) still speaks of itself.
  const bound = displayProperties({ text: () => text(self), html: () => html(self) });
  return Object.freeze(Object.defineProperties(self, bound));
}
