import { types } from 'node:util';
import fc from 'fast-check';
import { hostileNumbers, hostileTexts, hostileThing } from './hostile.js';

/** One change of the arguments of a call: where, how, and with what. All three are counted off, so that they shrink. */
export interface Edit {
  readonly place: number;
  readonly how: 'replace' | 'alike' | 'delete' | 'add' | 'repeat' | 'reverse' | 'rename';
  readonly what: number;
}

/** Up to three changes at once; the smallest counterexample has one. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    place: fc.nat({ max: 400 }),
    how: fc.constantFrom('replace' as const, 'alike', 'delete', 'add', 'repeat', 'reverse', 'rename'),
    what: fc.nat({ max: 400 }),
  }),
  { minLength: 1, maxLength: 3 },
);

const { isProxy } = types;

type Path = readonly (string | number)[];

function isPlain(value: unknown): value is Record<string, unknown> | unknown[] {
  if (typeof value !== 'object' || value === null || isProxy(value)) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Whoever shows itself (a panel, a table) was made by the library: it is replaced as a whole, never taken apart.
  if ((prototype !== Object.prototype && prototype !== null) || Object.hasOwn(value, 'toString')) return false;
  return Object.values(Object.getOwnPropertyDescriptors(value)).every((one) => one.get === undefined);
}

/** The places inside some arguments: all of a record, of a list the first three and the last. */
function placesIn(value: unknown, at: Path = [], depth = 0): Path[] {
  if (!isPlain(value) || depth > 5) return [at];
  const keys = Array.isArray(value)
    ? [...new Set([0, 1, 2, value.length - 1])].filter((index) => index >= 0 && index < value.length)
    : Object.keys(value).slice(0, 12);
  return [at, ...keys.flatMap((key) => placesIn((value as Record<string, unknown>)[key], [...at, key], depth + 1))];
}

function changedAt(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (!isPlain(value)) return value;
  if (Array.isArray(value))
    return value.map((entry: unknown, index) => (index === key ? changedAt(entry, rest, change) : entry));
  const copy = { ...value };
  Object.defineProperty(copy, key, {
    value: changedAt(value[key], rest, change),
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return copy;
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** The arguments after one change. */
export function altered(args: readonly unknown[], { place, how, what }: Edit): readonly unknown[] {
  const places = placesIn(args).slice(1);
  if (places.length === 0) return [hostileThing(what)];
  return changedAt(args, pick(places, place), (old) => change(old, how, what)) as readonly unknown[];
}

function change(old: unknown, how: Edit['how'], what: number): unknown {
  if (how === 'alike' && typeof old === 'number') return pick(hostileNumbers, what);
  if (how === 'alike' && typeof old === 'string') return pick(hostileTexts, what);
  if (Array.isArray(old)) return changedList(old, how, what);
  if (isPlain(old)) return changedRecord(old as Record<string, unknown>, how, what);
  return how === 'delete' ? undefined : hostileThing(what);
}

function changedList(old: readonly unknown[], how: Edit['how'], what: number): unknown {
  if (how === 'delete') return old.slice(1);
  if (how === 'add') return [...old, hostileThing(what)];
  if (how === 'repeat') return [...old, ...old];
  if (how === 'reverse') return [...old].reverse();
  if (how === 'alike') return Object.freeze(new Array<unknown>(old.length));
  return hostileThing(what);
}

function changedRecord(old: Record<string, unknown>, how: Edit['how'], what: number): unknown {
  const keys = Object.keys(old);
  if (keys.length > 0 && (how === 'delete' || how === 'rename')) {
    const gone = pick(keys, what);
    const name = how === 'delete' ? undefined : pick(hostileTexts, what);
    return Object.fromEntries(
      Object.entries(old).flatMap(([key, value]) =>
        key !== gone ? [[key, value]] : name === undefined ? [] : [[name, value]],
      ),
    );
  }
  if (how === 'add')
    return Object.fromEntries([...Object.entries(old), [pick(hostileTexts, what), hostileThing(what)]]);
  return hostileThing(what);
}
