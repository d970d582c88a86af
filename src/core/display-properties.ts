/** How an object is written: as text for consoles and, where that is more than lines of text, as HTML for notebooks. */
export interface Display<T> {
  readonly text: (self: T) => string;
  readonly html?: (self: T) => string;
}

/**
 * The hidden properties by which an object shows itself: `toString()`, the inspection hook of Node and Deno consoles, and the bundle
 * `{ 'text/html', 'text/plain' }` that Jupyter kernels ask for. They speak of `this`, so one set serves all objects of a kind.
 */
export function displayProperties<T>({ text, html }: Display<T>): PropertyDescriptorMap {
  const write = {
    value(this: T) {
      return text(this);
    },
  };
  const bundle = {
    value(this: T) {
      return { ...(html && { 'text/html': html(this) }), 'text/plain': text(this) };
    },
  };
  return {
    toString: write,
    [Symbol.for('nodejs.util.inspect.custom')]: write,
    [Symbol.for('Jupyter.display')]: bundle,
  };
}
