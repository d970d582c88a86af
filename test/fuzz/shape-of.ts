import { types } from 'node:util';

/** Numbers of a typed array that are compared; longer ones are the bundled history, which is frozen behind readers. */
const MOST = 200_000;
const DEEPEST = 12;

/**
 * What some arguments are made of, all the way down, so that two readings tell whether a call has changed its input: keys, values, numbers by their
 * bits, and whether something was frozen that the caller could still write to. Getters are not called and proxies not asked.
 */
export function shapeOf(value: unknown, depth = 0, seen = new Map<object, number>()): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function' || typeof value === 'undefined') return typeof value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'object' || value === null)
    return typeof value === 'symbol' ? 'symbol' : value === null ? 'null' : typeof value;
  if (types.isProxy(value)) return 'proxy';
  const known = seen.get(value);
  if (known !== undefined) return `ring ${known}`;
  if (depth > DEEPEST) return '…';
  seen.set(value, seen.size);
  if (types.isTypedArray(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return `${value.constructor.name} ${value.length} ${value.length > MOST ? '' : bytes.toString('latin1')}`;
  }
  const frozen = Object.isFrozen(value) ? 'frozen' : 'open';
  if (types.isMap(value) || types.isSet(value)) {
    const entries = [...(value as Iterable<unknown>)].map((entry) => shapeOf(entry, depth + 1, seen));
    return `${frozen} entries ${entries.join(',')}`;
  }
  const parts = Reflect.ownKeys(value).map((key) => {
    const { get, value: part } = Object.getOwnPropertyDescriptor(value, key)! as { get?: unknown; value?: unknown };
    return `${String(key)}:${get === undefined ? shapeOf(part, depth + 1, seen) : 'getter'}`;
  });
  return `${frozen} {${parts.join(',')}}`;
}
