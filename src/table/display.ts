/** How an object is written: as text for consoles, as HTML for notebooks. */
export interface Display<T> {
  readonly text: (self: T) => string;
  readonly html: (self: T) => string;
}

/** What {@link withDisplay} adds. */
export interface Displayed {
  toString(): string;
}

/**
 * Makes an object show itself, and freezes it: `toString()`, the inspection hook of Node and Deno consoles, and the bundle
 * `{ 'text/html', 'text/plain' }` that Jupyter kernels ask for. All three are invisible to loops and to JSON.
 */
export function withDisplay<T extends object>(object: T, { text, html }: Display<T & Displayed>): T & Displayed {
  const self = object as T & Displayed;
  const hidden = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });
  Object.defineProperties(self, {
    toString: hidden(() => text(self)),
    [Symbol.for('nodejs.util.inspect.custom')]: hidden(() => text(self)),
    [Symbol.for('Jupyter.display')]: hidden(() => ({ 'text/html': html(self), 'text/plain': text(self) })),
  });
  return Object.freeze(self);
}
