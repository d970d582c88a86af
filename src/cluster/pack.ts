import { describeValue, InputError } from '../core/index.js';

/** Arrays of numbers that travel as their bytes. */
const ARRAYS = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Int16Array,
  Uint16Array,
  Int8Array,
  Uint8Array,
} as const;

type ArrayName = keyof typeof ARRAYS;
type NumberArray = InstanceType<(typeof ARRAYS)[ArrayName]>;

/** Every part begins at a multiple of this, so that arrays can be read where they lie. */
const ALIGNED = 8;

/**
 * Plain data as bytes: a tree in JSON, and behind it the bytes of every array of numbers. What comes out of `unpack` is what went in, to the last bit: NaN, infinities, −0,
 * undefined, maps, sets and keys such as `__proto__` among it. Nothing in it can be run. The same value gives the same bytes, so they can be hashed.
 *
 * @throws InputError `option.type` for what is no plain data (functions, symbols, objects of classes).
 */
export function pack(value: unknown): Uint8Array {
  const pieces: Uint8Array[] = [];
  let offset = 0;
  const tree = new TextEncoder().encode(
    JSON.stringify(
      written(value, (array) => {
        const at = offset;
        pieces.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
        offset += aligned(array.byteLength);
        return at;
      }),
    ),
  );
  const start = aligned(4 + tree.length);
  const bytes = new Uint8Array(start + offset);
  new DataView(bytes.buffer).setUint32(0, tree.length, true);
  bytes.set(tree, 4);
  let at = start;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += aligned(piece.length);
  }
  return bytes;
}

/** The value that was packed. Its arrays lie in the memory of `bytes`, where that begins at a multiple of 8; otherwise in a copy. */
export function unpack(bytes: Uint8Array): unknown {
  const own = bytes.byteOffset % ALIGNED === 0 ? bytes : new Uint8Array(bytes);
  const length = new DataView(own.buffer, own.byteOffset).getUint32(0, true);
  const tree: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(own.subarray(4, 4 + length))));
  const start = own.byteOffset + aligned(4 + length);
  return read(tree, (name, at, count) => new ARRAYS[name](own.buffer as ArrayBuffer, start + at, count));
}

const aligned = (length: number): number => Math.ceil(length / ALIGNED) * ALIGNED;

type Keep = (array: NumberArray) => number;

/** Levels of lists and records inside each other; what holds itself has no end. */
const DEEPEST = 200;

/** Lists are of a mark and what belongs to it; everything else is itself. */
function written(value: unknown, keep: Keep, depth = 0): unknown {
  const inner = (one: unknown): unknown => written(one, keep, depth + 1);
  if (depth > DEEPEST)
    throw new InputError(
      'option.type',
      `cluster: found more than ${DEEPEST} levels inside each other, and what holds itself has no end. Give plain data.`,
      { found: `more than ${DEEPEST} levels` },
    );
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : ['n', Object.is(value, -0) ? '-0' : String(value)];
  if (value === undefined) return ['u'];
  if (typeof value === 'bigint') return ['i', String(value)];
  if (Array.isArray(value)) return ['l', ...Array.from(value as unknown[], inner)];
  if (value instanceof Map) return ['m', ...Array.from(value as Map<unknown, unknown>, (pair) => inner([...pair]))];
  if (value instanceof Set) return ['s', ...Array.from(value as Set<unknown>, inner)];
  if (ArrayBuffer.isView(value)) {
    const name = value[Symbol.toStringTag as never] as string;
    if (Object.hasOwn(ARRAYS, name)) return ['a', name, keep(value as NumberArray), (value as NumberArray).length];
  } else if (typeof value === 'object' && isPlain(value)) {
    return ['o', ...Object.entries(value).flatMap(([key, one]) => [key, inner(one)])];
  }
  throw new InputError(
    'option.type',
    `cluster: ${describeValue(value)} cannot travel to another machine. Give plain data, or make it inside a module and give strategy: { module, name }.`,
    { found: describeValue(value) },
  );
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function read(tree: unknown, array: (name: ArrayName, at: number, count: number) => NumberArray): unknown {
  if (!Array.isArray(tree)) return tree;
  const [mark, ...parts] = tree as [string, ...unknown[]];
  const all = (): unknown[] => parts.map((one) => read(one, array));
  switch (mark) {
    case 'n':
      return Number(parts[0]);
    case 'u':
      return undefined;
    case 'i':
      return BigInt(parts[0] as string);
    case 'l':
      return all();
    case 'm':
      return new Map(all() as [unknown, unknown][]);
    case 's':
      return new Set(all());
    case 'a':
      return array(parts[0] as ArrayName, parts[1] as number, parts[2] as number);
    default:
      return Object.fromEntries(
        Array.from({ length: parts.length / 2 }, (_, place) => [parts[2 * place], read(parts[2 * place + 1], array)]),
      );
  }
}
