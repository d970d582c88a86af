import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster, startClusterWorker } from 'backtilt/cluster';
import { workerCommand } from '../../src/cli/worker-command.js';
import { loadPackages } from '../../src/cluster/open-redis.js';
import { checkedModule, moduleAddress, moduleHash, sha256 } from '../../src/cluster/module-hash.js';
import { pack, unpack } from '../../src/cluster/pack.js';
import { disjoint, type Piece, PiecePlan } from '../../src/cluster/piece-plan.js';
import { runPiece } from '../../src/cluster/run-pieces.js';

describe('packed data', () => {
  const plain = fc.anything({
    ...{ withBigInt: true, withMap: true, withSet: true, withTypedArray: false, maxDepth: 4 },
    key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')),
  });

  it('come out as they went in, wherever their bytes lie', () => {
    fc.assert(
      fc.property(plain, fc.float64Array(), fc.integer({ min: 0, max: 9 }), (value, numbers, shift) => {
        const packed = pack({ value, numbers, text: 'é\u2028' });
        const moved = new Uint8Array(packed.length + shift);
        moved.set(packed, shift);
        const found = unpack(moved.subarray(shift)) as { value: unknown; numbers: Float64Array; text: string };
        expect(pack(found)).toEqual(packed);
        expect(Array.from(new Uint8Array(found.numbers.slice().buffer))).toEqual(
          Array.from(new Uint8Array(numbers.slice().buffer)),
        );
        expect(found.text).toBe('é\u2028');
      }),
      { numRuns: 300 },
    );
    const odd = { a: -0, b: NaN, c: Infinity, d: undefined, ['__proto__']: 1, e: ['n', 'NaN'] };
    const back = unpack(pack(odd)) as typeof odd;
    expect(back).toEqual(odd);
    expect(Object.is(back.a, -0)).toBe(true);
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  });

  it('are plain: functions and objects of classes are refused', () => {
    for (const wrong of [() => 1, Symbol('a'), new URL('redis://a'), new Error('a')])
      expect(() => pack([wrong])).toThrow(/cannot travel/);
  });

  it('have an end', () => {
    const endless: unknown[] = [];
    endless.push({ inner: endless });
    expect(() => pack(endless)).toThrow(/more than 200 levels inside each other/);
  });
});

describe('a plan', () => {
  it('hands out every number once, in whole units, whatever was known and measured', () => {
    const sizes = fc.record({
      count: fc.integer({ min: 1, max: 5000 }),
      unit: fc.constantFrom(1, 16, 512),
      first: fc.constantFrom(1, 16, 512),
      most: fc.constantFrom(4096, 65_536),
    });
    const rest = [fc.array(fc.double({ min: 1e-7, max: 30, noNaN: true })), fc.integer({ min: 1, max: 40 })] as const;
    fc.assert(
      fc.property(sizes, fc.array(fc.tuple(fc.nat(30), fc.nat(8))), ...rest, (given, ranges, seconds, threads) => {
        const { count, unit } = given;
        const known = disjoint(
          ranges.map(([from, length]) => ({ from: from * unit, to: Math.min(count, (from + length) * unit) })),
        );
        const plan = new PiecePlan(given, known);
        const times = new Uint8Array(count);
        for (const { from, to } of known) times.subarray(from, to).forEach((_, at) => times[from + at]!++);
        let piece: Piece | undefined;
        for (let turn = 0; (piece = plan.next(threads, Infinity)) !== undefined; turn++) {
          const { from, to } = piece;
          if (from % unit !== 0 || to - from > given.most) throw new Error(`${from}-${to}`);
          for (let at = from; at < to; at++) times[at]!++;
          const cost = seconds[turn % Math.max(1, seconds.length)];
          if (cost !== undefined) plan.learn(piece, cost);
        }
        expect(times.every((one) => one === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('begins small, grows eightfold at most, and ends at about 0.7 seconds', () => {
    const plan = new PiecePlan({ count: 1e7, unit: 16, first: 16, most: 65_536 }, []);
    const lengths: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const piece = plan.next(2, Infinity)!;
      lengths.push(piece.to - piece.from);
      plan.learn(piece, (piece.to - piece.from) * 1.25e-4);
    }
    // 0.7 s / 0.125 ms = 5600 = 350 × 16.
    expect(lengths).toEqual([16, 128, 1024, 5600, 5600, 5600]);
    // 3200 threads, 400 pieces a second: 8 s a piece, which are 64,000 variants.
    const many = plan.next(3200, Infinity)!;
    plan.learn(many, (many.to - many.from) * 1.25e-4);
    expect(plan.next(3200, Infinity)).toMatchObject({ from: many.to });
    expect(many.to - many.from).toBeLessThan(5600);
    const long = new PiecePlan({ count: 1e9, unit: 16, first: 16, most: 65_536 }, []);
    long.learn({ from: 0, to: 64_000 }, 8);
    expect(long.next(3200, Infinity)).toEqual({ from: 0, to: 64_000 });
  });
});

describe('a piece', () => {
  it('that fails with an error that names no variant is halved until one is left', () => {
    const run = (from: number, to: number): Float64Array[] => {
      if (from <= 37 && to > 37) throw new RangeError('of some library');
      return [new Float64Array(to - from)];
    };
    const found = runPiece({ unit: 16, inUnits: true, run }, '16-64', undefined);
    expect(found).toMatchObject({
      kind: 'failed',
      error: { message: 'sweep, variant 37: RangeError: of some library', details: { variant: 37 } },
    });
  });
});

describe("a strategy's file", () => {
  it('is loaded only where its hash is the one that was asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cluster-module-'));
    const path = join(folder, 'mine.mjs');
    try {
      writeFileSync(path, 'abc');
      const address = moduleAddress(path);
      expect(address).toBe(pathToFileURL(path).href);
      // FIPS 180-4, the example of one block: SHA-256 of "abc".
      const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
      expect(await moduleHash(address, 'here')).toBe(abc);
      expect(await checkedModule(address, abc, 'some-host')).toBe(`${address}?sha256=${abc}`);
      writeFileSync(path, 'abcd');
      await expect(checkedModule(address, abc, 'some-host')).rejects.toMatchObject({
        code: 'cluster.mismatch',
        message: expect.stringMatching(
          /on some-host is another one \(SHA-256 88d4266fd4e6…, asked for ba7816bf8f01…\)/,
        ) as string,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
    await expect(checkedModule(pathToFileURL(path).href, sha256(new Uint8Array()), 'h')).rejects.toMatchObject({
      code: 'file.missing',
    });
    expect(() => moduleAddress('some-package')).toThrow(/absolute path/);
  });
});

describe('what a cluster stands on', () => {
  it('is named where it is missing, with what to install', async () => {
    const absent = (): Promise<never> =>
      Promise.reject(Object.assign(new Error("Cannot find package 'x'"), { code: 'ERR_MODULE_NOT_FOUND' }));
    const imports = { bullmq: () => import('bullmq'), ioredis: absent };
    await expect(loadPackages('cluster', imports)).rejects.toMatchObject({
      code: 'package.missing',
      details: { package: 'ioredis', install: 'npm install bullmq ioredis' },
    });
    await expect(loadPackages('worker', { ...imports, bullmq: absent })).rejects.toThrow(
      /^worker: the package "bullmq"/,
    );
  });

  it.each<[unknown[], string, string]>([
    [[undefined], 'option.type', 'redis://'],
    [['http://:pw@host'], 'option.type', 'http:'],
    [[{ host: '' }], 'option.type', 'host'],
    [[{ port: 0 }], 'option.range', 'port'],
    [[{ hots: 'a' }], 'option.unknown', 'host'],
    [[{ password: 7 }], 'option.type', 'password'],
    [['redis://host/one'], 'option.type', 'db'],
    [['redis://host', { prefx: 'a' }], 'option.unknown', 'prefix'],
    [['redis://host', { patience: 0 }], 'option.range', 'patience'],
  ])('cluster(...%j) is refused', (given, code, fact) => {
    const make = cluster as (...given: unknown[]) => unknown;
    expect(() => make(...given)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fact) as string }) as Error,
    );
  });

  it('a worker needs an address, and threads in number', async () => {
    const before = process.env['BACKTILT_REDIS'];
    delete process.env['BACKTILT_REDIS'];
    await expect(workerCommand({}, () => undefined)).rejects.toMatchObject({ code: 'option.missing' });
    if (before !== undefined) process.env['BACKTILT_REDIS'] = before;
    await expect(startClusterWorker('redis://host', { concurrency: 0 })).rejects.toMatchObject({
      code: 'option.range',
    });
    await expect(workerCommand({ redis: 'redis://:geheim@127.0.0.1:1' }, () => undefined)).rejects.toMatchObject({
      code: 'cluster.unreachable',
      message: expect.not.stringContaining('geheim') as string,
    });
  });
});
