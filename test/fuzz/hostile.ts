import { fromReturns, type ReturnSeries } from '../../src/index.js';

/** Markup that would run if a page printed it unescaped; the attribute form ends an attribute first. */
export const markup = '<img src=x onerror=alert(1)>';
export const attribute = '"><script>alert(1)</script>';

/** What a hostile proxy or getter throws: it is the caller's own error and may come through as it is. */
export class HostileError extends Error {}

const refuse = (): never => {
  throw new HostileError('a getter that throws');
};

export const hostileNumbers: readonly number[] = [
  ...[NaN, Infinity, -Infinity, -0, 0, -1, 1, 1.5, -1e-300, 1e-300, 5e-324, 1e-320, 1e308, -1e308, 1e21],
  ...[2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 31), 0.1 + 0.2, 1e-9, 366, 12],
];

export const prototypeNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
] as const;

export const hostileTexts: readonly string[] = [
  ...prototypeNames,
  ...['', ' ', '\0', '\u2028', '\uFEFF', '\uD800', 'a\r\nb', 'x'.repeat(100_000), '=1+1', '@SUM(A1)', '-1', 'NaN'],
  ...['0001-01-31', '9999-12-31', '10000-01-01', '2024-02-29', '2023-02-29', '1900-02-29', '2024-13', '-000001-01-01'],
  ...['0000-00-00', '1970-01-01', '2024-1-1', '2024-02-29T00:00:00Z', '{"a":1}', '{"__proto__":{"polluted":1}}'],
  ...[
    'date,A\n2024-01-31,0.1',
    'date,A\r\n2024-01-31,"0\n1"',
    '\uFEFFdate,A',
    '"',
    ',',
    '[]',
    'null',
    markup,
    attribute,
  ],
];

const month = (index: number): string =>
  `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

/** A monthly series of these returns. */
export function monthlySeries(values: readonly number[], name = 'H'): ReturnSeries {
  const dates = values.map((_, index) => month(index));
  return fromReturns({
    frequency: 'monthly',
    units: 'fraction',
    dates,
    returns: Object.fromEntries([[name, values]]),
  }).returns(name);
}

const repeated = (length: number, value: (index: number) => number): number[] =>
  Array.from({ length }, (_, index) => value(index));

/** Proper series with hard numbers in them. */
export const hostileSeries: readonly ReturnSeries[] = [
  monthlySeries([0.01]),
  monthlySeries([-1]),
  monthlySeries([0, 0, 0], markup),
  monthlySeries(repeated(40, () => 0)),
  monthlySeries(repeated(40, () => 0.01)),
  monthlySeries(repeated(40, () => 1e-300)),
  monthlySeries(repeated(40, (index) => (index % 2 === 0 ? 1e308 : -0.5))),
  monthlySeries(repeated(40, (index) => (index === 7 ? -1 : 0.01))),
  monthlySeries(
    repeated(40, (index) => (index === 7 ? NaN : 0.01 * index)),
    '__proto__',
  ),
  monthlySeries(
    repeated(40, (index) => (index < 20 ? NaN : -0.02)),
    attribute,
  ),
  monthlySeries(
    repeated(400, (index) => Math.sin(index * index) / 10),
    'constructor',
  ),
  fromReturns({ frequency: 'daily', dates: ['2024-02-29', '2024-03-01'], returns: { A: [0.01, -0] } }).returns('A'),
  fromReturns({
    frequency: 'annual',
    dates: ['0002', '0003'].map((year) => `${year}-12`),
    returns: { A: [0.1, -0.2] },
  }).returns('A'),
  fromReturns({ frequency: 'annual', dates: ['9997-12', '9998-12'], returns: { A: [0.1, -0.2] } }).returns('A'),
];

const calendar = hostileSeries[4]!.calendar;

/** What looks like a series and is none. */
const forged: readonly (() => unknown)[] = [
  () => ({ name: 'forged', calendar: {}, values: [0.1] }),
  () => ({ name: 'forged', calendar: { date: () => '2024-01-31' }, values: new Float64Array(3) }),
  () => ({ name: 'forged', calendar, values: new Float64Array(3), meta: {} }),
  () => ({ name: 'forged', calendar, values: new Uint8Array(40), meta: {} }),
  () => ({ name: 'forged', calendar, values: new BigInt64Array(40), meta: {} }),
  () => ({ name: 'forged', calendar, values: new DataView(new ArrayBuffer(320)), meta: {} }),
  () => ({ name: null, calendar, values: new Float64Array(40), meta: undefined }),
  () => JSON.parse(JSON.stringify(hostileSeries[4])) as unknown,
];

/** Everything else that a program can hand over by mistake or in malice; each is made anew. */
const things: readonly (() => unknown)[] = [
  ...[undefined, null, true, false, 10n, Symbol('s')].map((value) => () => value),
  () => [],
  () => [[]],
  () => [null],
  () => [undefined, NaN, ''],
  () => Object.freeze([1, 2, 3]),
  () => new Array<number>(5),
  () => Object.assign(new Array<number>(4), { 3: 1 }),
  () => ({}),
  () => Object.create(null) as object,
  () => Object.freeze({ a: 1 }),
  () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as unknown,
  () => ({ [Symbol('hidden')]: 1, length: -1 }),
  () => ({ length: 2 ** 32, 0: 1 }),
  () => new Float64Array([NaN, Infinity, -0, 1e308]),
  () => new Float32Array([0.1, 0.2]),
  () => new BigInt64Array(2),
  () => new Uint8Array(3),
  () => new DataView(new ArrayBuffer(8)),
  () => new ArrayBuffer(8),
  () => new Map([['a', 1]]),
  () => new Set([1]),
  () => /x/,
  () => Promise.resolve(1),
  () => () => undefined,
  () => () => ({}),
  () => () => NaN,
  () => refuse,
  () => HostileError,
  () => new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse }),
  () => Object.defineProperty({}, 'weights', { get: refuse, enumerable: true }),
  () => Object.defineProperty({ date: '2024-01-31' }, 'value', { get: refuse, enumerable: true }),
  () => cyclic(),
  () => deep(20_000),
  () => ({ toString: refuse, valueOf: refuse, [Symbol.toPrimitive]: refuse }),
  () => ({ toString: null, valueOf: null }),
  ...forged,
  ...hostileSeries.map((series) => () => series),
  ...hostileTexts.map((text) => () => text),
  ...hostileNumbers.map((number) => () => number),
];

/** One of them, counted round. */
export const hostileThing = (index: number): unknown => things[index % things.length]!();

function cyclic(): unknown {
  const ring: Record<string, unknown> = { a: 1 };
  ring['self'] = ring;
  return ring;
}

function deep(levels: number): unknown {
  let nest: unknown = 1;
  for (let level = 0; level < levels; level++) nest = [nest];
  return nest;
}
