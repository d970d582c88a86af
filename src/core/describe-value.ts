const LONGEST = 60;

/** A value as an error message shows it: short, unambiguous, with its type where that matters. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value instanceof Promise) return 'a Promise';
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: { readonly name?: unknown } } | null;
  const own = prototype?.constructor?.name;
  const name = typeof own === 'string' ? own : 'Object';
  return name === 'Object'
    ? `an object with keys ${Object.keys(value).slice(0, 6).join(', ') || '(none)'}`
    : `a ${name}`;
}
