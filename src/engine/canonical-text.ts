/**
 * A value as one text that does not depend on the order of keys, the platform or the time zone: what the digest of a run is taken of.
 *
 * Objects are written with their keys in order and without what is undefined, numbers in the shortest form that reads back to the same
 * bits (NaN, Infinity and −0 as `NaN`, `Infinity`, `0`), lists and typed arrays in their own order, whatever knows its JSON (a series, a
 * Date) as that. What a function does cannot be written down: it is `[function]`.
 */
export function canonicalText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return listText(value);
  if (ArrayBuffer.isView(value)) return listText(Array.from(value as unknown as ArrayLike<unknown>));
  if (value instanceof Map || value instanceof Set) return listText([...(value as Iterable<unknown>)]);
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return canonicalText((value.toJSON as () => unknown).call(value));
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalText(part)}`);
  return `{${parts.join(',')}}`;
}

/** The order of names that is the same in every language: by code units. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The shortest text that reads back to the same number. */
const numberText = (value: number): string => String(value);

const listText = (values: readonly unknown[]): string => `[${values.map(canonicalText).join(',')}]`;
