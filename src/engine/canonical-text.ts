import { InputError } from '../core/index.js';

/**
 * A value as one text that does not depend on the order of keys, the platform or the time zone: what the digest of a run is taken of.
 *
 * Objects are written with their keys in order and without what is undefined, numbers in the shortest form that reads back to the same
 * bits (NaN, Infinity and −0 as `NaN`, `Infinity`, `0`), lists and typed arrays in their own order, whatever knows its JSON (a series, a
 * Date) as that. What a function does cannot be written down: it is `[function]`.
 * What holds itself has no end and is refused.
 */
export function canonicalText(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > DEEPEST) throw tooDeep();
  if (Array.isArray(value)) return listText(value, depth);
  if (ArrayBuffer.isView(value)) return listText(Array.from(value as unknown as ArrayLike<unknown>), depth);
  if (value instanceof Map || value instanceof Set) return listText([...(value as Iterable<unknown>)], depth);
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return canonicalText((value.toJSON as () => unknown).call(value), depth + 1);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalText(part, depth + 1)}`);
  return `{${parts.join(',')}}`;
}

/** The order of names that is the same in every language: by code units. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const listText = (values: readonly unknown[], depth: number): string =>
  `[${values.map((value) => canonicalText(value, depth + 1)).join(',')}]`;

/** Levels of lists and records inside each other. */
const DEEPEST = 200;

const tooDeep = (): InputError =>
  new InputError(
    'option.type',
    `Found more than ${DEEPEST} levels inside each other in what should be plain data; an object that holds itself has no end.`,
  );
