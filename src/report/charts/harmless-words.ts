import type { Json } from './vega-lite-spec.js';

/** Invisible, and takes no room: it joins words. */
const JOINER = '\u2060';

/**
 * A specification in which no text is a name that every object has ("constructor", "__proto__"): an asset may be called so, but Vega keeps
 * what it draws in plain objects by the values of the data, and would find, or even change, what all objects share. Such a text gets an
 * invisible letter before it.
 */
export function harmlessWords<Part extends Json>(part: Part): Part {
  return harmless(part) as Part;
}

function harmless(part: Json): Json {
  if (typeof part === 'string') return part in Object.prototype ? `${JOINER}${part}` : part;
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return (part as readonly Json[]).map(harmless);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, harmless(value)]));
}
