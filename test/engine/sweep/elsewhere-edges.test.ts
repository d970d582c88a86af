import {
  annually,
  everyPeriods,
  fixedMix,
  sweep,
  totalReturn,
  walkForward,
  type Panel,
  type Strategy,
  type SweepExecutor,
} from 'backtilt';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/core/index.js';
import { assertCrosses } from '../../../src/engine/sweep/assert-crosses.js';
import { jobToParts, optionsFromParts } from '../../../src/engine/sweep/job-parts.js';
import { loadFactory } from '../../../src/engine/sweep/load-factory.js';
import type { SweepJob } from '../../../src/engine/sweep/sweep-executor.js';
import type { StrategySource } from '../../../src/engine/sweep/sweep-options.js';
import { storeOf } from '../../../src/panel/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { months } from '../made-panel.js';

import { inlineExecutor } from './inline-executor.js';

const panel = (): Panel<'A' | 'B'> =>
  months({
    A: [0.1, -0.2, 0.3, 0.05, 0.02, -0.04, 0.01, 0.06, 0.02, 0.03, -0.01, 0.04],
    B: [0, 0.1, 0.02, -0.1, 0.03, 0.01, 0.01, -0.02, 0.05, 0.02, 0.03, 0.01],
  });
const builtIn = { builtIn: 'fixedMix' } as const;
const metrics = ['totalReturn', 'maxDrawdown'] as const;
const mixes = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ weights: { A: index / count, B: 1 - index / count } }));
const columnsOf = (result: { readonly metrics: Readonly<Record<string, ArrayLike<number>>> }) =>
  Object.fromEntries(Object.entries(result.metrics).map(([key, column]) => [key, Array.from(column)]));

async function rejected(code: ErrorCode, run: () => Promise<unknown>) {
  const failure: unknown = await run().then(
    () => undefined,
    (error: unknown) => error,
  );
  return expectInputError(code, [], () => {
    throw failure as Error;
  });
}

describe('a sweep that runs elsewhere', () => {
  it('of a list gives the bits of one that runs here, and says that it ran elsewhere', async () => {
    const options = { list: mixes(1100), strategy: builtIn, metrics };
    const told: [number, number][] = [];
    const seen: { job?: SweepJob; chunk?: number } = {};
    const watch = { progress: (done: number, count: number) => told.push([done, count]) };
    const away = await sweep(panel(), { ...options, watch, on: inlineExecutor(undefined, seen) });
    expect(columnsOf(away)).toEqual(columnsOf(sweep(panel(), options)));
    expect(away.diagnostics).toEqual({
      kernel: null,
      variants: { wasm: 0, javascript: 0, alone: 0, elsewhere: 1100 },
    });
    // 1,100 variants are two pieces of 512 and one of 76, which came first.
    expect(told).toEqual([
      [76, 1100],
      [588, 1100],
      [1100, 1100],
    ]);
    expect(seen.job).toMatchObject({ strategy: { builtIn: 'fixedMix', options: {} }, metrics, count: 1100 });
    expect(seen.job!.variants(3, 5)).toEqual(mixes(1100).slice(3, 5));
  });

  it('of a grid makes its variants anew from their numbers', async () => {
    const options = {
      grid: { weights: [{ A: 1 }, { B: 1 }, { A: 0.3, B: 0.7 }], schedule: [annually(), everyPeriods(2)] },
      strategy: { builtIn: 'fixedMix' },
      metrics,
    } as const;
    const seen: { job?: SweepJob } = {};
    const away = await sweep(panel(), { ...options, on: inlineExecutor(undefined, seen) });
    expect(columnsOf(away)).toEqual(columnsOf(sweep(panel(), options)));
    expect(seen.job!.grid).toEqual(options.grid);
  });

  it('takes options of the backtest with it, a series of cash among them', async () => {
    for (const cash of [undefined, 'B', panel().returns('B')] as const) {
      const backtest = { costs: { tradingBps: 20 }, ...(cash === undefined ? {} : { cash }) };
      const options = { list: [{ weights: { A: 0.4 } }], strategy: builtIn, metrics, backtest };
      const away = await sweep(panel(), { ...options, on: inlineExecutor() });
      expect(columnsOf(away)).toEqual(columnsOf(sweep(panel(), options)));
    }
  });

  it('of a module makes its strategies there, its signal with it', async () => {
    const factory = (params: object): Strategy<'A' | 'B'> =>
      fixedMix({ weights: { A: (params as { share: number }).share } });
    const { signal } = new AbortController();
    const seen: { job?: SweepJob; signal?: AbortSignal | undefined } = {};
    const list = [{ share: 0.2 }, { share: 0.7 }];
    const away = await sweep(panel(), {
      list,
      strategy: { module: new URL('file:///mine.js'), name: 'mine' },
      metrics,
      watch: { signal },
      on: inlineExecutor(factory, seen),
    });
    expect(columnsOf(away)).toEqual(columnsOf(sweep(panel(), { list, strategy: factory, metrics })));
    expect(seen.signal).toBe(signal);
  });

  it('goes on with what is no array of metrics: functions of known names', async () => {
    const away = await sweep(panel(), {
      list: mixes(3),
      strategy: builtIn,
      metrics: { own: totalReturn },
      on: inlineExecutor(),
    });
    expect(columnsOf(away)['own']).toEqual(
      columnsOf(sweep(panel(), { list: mixes(3), strategy: builtIn, metrics }))['totalReturn'],
    );
  });

  it('tells of a variant by its number in the whole, wherever its piece began', async () => {
    const list = [...mixes(40), { weights: { Z: 1 } }];
    const error = await rejected('asset.unknown', () =>
      Promise.resolve(sweep(panel(), { list: list, strategy: builtIn, metrics, on: inlineExecutor() })),
    );
    expect(error.message).toMatch(/^sweep, variant 40 \(/);
  });

  it('is refused where it ended before all variants came', async () => {
    const on: SweepExecutor = {
      run: (_, done) => {
        done(0, [new Float64Array(3), new Float64Array(3)]);
        return Promise.resolve();
      },
    };
    const error = await rejected('thread.failed', () =>
      Promise.resolve(sweep(panel(), { list: mixes(5), strategy: builtIn, metrics, on })),
    );
    expect(error.message).toBe(
      `sweep: "on" ended after 3 of 5 variants. Leave it out, or use threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster'.`,
    );
    expect(error.details).toEqual({ where: 'sweep', done: 3, count: 5 });
  });
});

describe('the size of a piece', () => {
  const chunkOf = async (assets: number, strategy: StrategySource = builtIn, params?: object): Promise<number> => {
    const names = Array.from({ length: assets }, (_, index) => `A${index}`);
    const wide = months(Object.fromEntries(names.map((name) => [name, [0.1, 0.2]])));
    const seen: { chunk?: number } = {};
    const weights = Object.fromEntries(names.map((name) => [name, 1 / assets]));
    await sweep(wide, {
      list: [params ?? { weights }],
      strategy,
      metrics,
      on: inlineExecutor(undefined, seen),
    });
    return seen.chunk!;
  };

  it('is 512 where one pass runs them all: fixed weights of up to 63 assets; otherwise 16', async () => {
    expect([await chunkOf(1), await chunkOf(63), await chunkOf(64)]).toEqual([512, 512, 16]);
    const decided = { weights: { A0: 1 }, schedule: annually(), assets: ['A0', 'A1'], lookback: 1 };
    expect(await chunkOf(2, { builtIn: 'inverseVolatility' }, { ...decided, weights: undefined }).catch(() => 16)).toBe(
      16,
    );
  });
});

describe('a walk forward that runs elsewhere', () => {
  const options = {
    list: [{ weights: { A: 1 } }, { weights: { B: 1 } }, { weights: { A: 0.5, B: 0.5 } }],
    by: 'totalReturn',
    windows: { train: 4, test: 2 },
  } as const;

  it('gives what it gives here', async () => {
    const here = walkForward(panel(), { ...options, strategy: builtIn });
    const away = await walkForward(panel(), { ...options, strategy: builtIn, on: inlineExecutor() });
    expect(away.toJSON()).toEqual(here.toJSON());
    expect(here.folds).toHaveLength(4);
  });

  it('loads a module to run what was chosen', async () => {
    const seen: { loaded?: unknown } = {};
    const factory = (params: object): Strategy<'A' | 'B'> => fixedMix(params as never);
    const source = { module: 'my-strategies', name: 'mine' };
    const away = await walkForward(panel(), { ...options, strategy: source, on: inlineExecutor(factory, seen) });
    expect(away.toJSON()).toEqual(walkForward(panel(), { ...options, strategy: factory }).toJSON());
    expect(seen.loaded).toEqual(source);
  });

  it('says in which window a sweep failed there', async () => {
    const on = { ...inlineExecutor(), run: () => Promise.resolve() };
    const error = await rejected('thread.failed', () => walkForward(panel(), { ...options, strategy: builtIn, on }));
    expect(error.message).toMatch(/^walkForward, training 2020-01-31 to 2020-04-30: sweep: "on" ended after 0 of 3/);
    expect(error.details).toMatchObject({ from: '2020-01-31', to: '2020-04-30', done: 0 });
  });
});

describe('what crosses to another thread', () => {
  it.each<[object, string]>([
    [{ rule: () => 1 }, '"rule" is a function'],
    [{ fine: 1, costs: { rule: () => 1 } }, '"costs" is an object with keys rule that holds functions'],
  ])('is no function, nor what holds one: %#', (values, words) => {
    const error = expectInputError('option.type', [], () => {
      assertCrosses('here', values);
    });
    expect(error.message).toBe(
      `here: ${words}, and functions do not cross to other threads or machines. Give plain data, make it inside a module and give strategy: { module, name }, or leave "on" out.`,
    );
    const [option] = Object.keys(values).reverse();
    expect(error.details).toEqual({ where: 'here', option, found: words.replace(`"${option!}" is `, '') });
  });

  const job = (change: Partial<SweepJob> = {}): SweepJob => ({
    store: storeOf(panel(), 'here'),
    strategy: { builtIn: 'fixedMix' },
    metrics,
    options: {},
    count: 1,
    grid: undefined,
    variants: () => [{ weights: { A: 1 } }],
    ...change,
  });

  it('is told by place: options, grid, options of the strategy', () => {
    const wrong = (change: object) => () => jobToParts(job(change));
    expectInputError('option.type', ['sweep, backtest: "rules" is '], wrong({ options: { rules: { f: () => 1 } } }));
    expectInputError('option.type', ['sweep, grid: "weights" is '], wrong({ grid: { weights: [() => 1] } }));
    expectInputError(
      'option.type',
      ['sweep, strategy.options: "weights" is a function'],
      wrong({ strategy: { builtIn: 'fixedMix', options: { weights: () => 1 } } }),
    );
  });

  it('is plain: addresses as text, the first variant, cash apart from the rest', () => {
    expect(jobToParts(job()).first).toEqual({ weights: { A: 1 } });
    expect(jobToParts(job({ variants: () => [] })).first).toEqual({});
    expect(jobToParts(job()).strategy).toEqual({ builtIn: 'fixedMix' });
    const module = new URL('file:///mine.js');
    expect(jobToParts(job({ strategy: { module, name: 'mine' } })).strategy).toEqual({
      module: 'file:///mine.js',
      name: 'mine',
    });
    const parts = jobToParts(job({ options: { executionLag: 1, cash: 'B' } }));
    expect([parts.options, parts.cash]).toEqual([{ executionLag: 1 }, 'B']);
    expect(optionsFromParts(parts)).toEqual({ executionLag: 1, cash: 'B' });
    expect(optionsFromParts(jobToParts(job({ options: { executionLag: 1 } })))).toEqual({ executionLag: 1 });
    expect(Object.keys(optionsFromParts(jobToParts(job({ options: { executionLag: 1 } }))))).toEqual(['executionLag']);
    const series = jobToParts(job({ options: { cash: panel().returns('B') } }));
    expect((optionsFromParts(series).cash as unknown as { name: string }).name).toBe('B');
  });
});

describe('a factory from its module', () => {
  const script = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;
  const load = (module: string | URL, name = 'mine') => loadFactory({ module, name });

  it('is none for what the library makes itself', async () => {
    expect(await loadFactory({ builtIn: 'fixedMix' })).toBeUndefined();
  });

  it('is an export, or one of a CommonJS module that could not be told from outside', async () => {
    expect((await load(script('export const mine = () => 7')))!({})).toBe(7);
    expect((await load(new URL(script('export const mine = () => 8'))))!({})).toBe(8);
    expect((await load(script('export default { mine: () => 9 }')))!({})).toBe(9);
    expect((await load(script('export const mine = () => 1; export default { mine: () => 9 }')))!({})).toBe(1);
  });

  it('is found by an absolute path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backtilt-'));
    const file = join(folder, 'mine.mjs');
    writeFileSync(file, 'export const mine = () => 11;');
    try {
      expect((await load(file))!({})).toBe(11);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['/no such/a#b?.mjs', 'file:///no%20such/a%23b%3F.mjs'],
    ['/none/a.mjs', 'file:///none/a.mjs'],
  ])('looks for %s at %s', async (path, address) => {
    const { cause } = await rejected('strategy.failed', () => load(path));
    expect([String((cause as { url?: string }).url), String(cause)].join(' ')).toContain(address);
  });

  it.each<[string, string, string]>([
    ['export const other = 1, third = 2', 'undefined', 'other, third'],
    ['export const mine = 3', '3', 'mine'],
    ['export default null', 'undefined', 'default'],
    ['export default { mine: 4 }', '4', 'default'],
    ['export default "text"', 'undefined', 'default'],
  ])('must be a function: %s', async (text, found, exports) => {
    const module = script(text);
    const error = await rejected('option.type', () => load(module));
    expect(error.message).toBe(
      `strategy: the export "mine" of ${module} is ${found}; it must be a function (params) => strategy. The module exports ${exports}.`,
    );
    expect(error.details).toEqual({ module, name: 'mine', found });
  });

  it.each<[string, string]>([
    ['throw new RangeError("no")', 'RangeError: no'],
    ['throw "why"', '"why"'],
  ])('cannot be loaded: %s', async (text, said) => {
    const module = script(text);
    const error = await rejected('strategy.failed', () => load(module));
    expect(error.message).toBe(
      `strategy: the module ${module} could not be loaded (${said}). Give an address that threads can import: a built JavaScript file, not TypeScript.`,
    );
    expect(error.details).toEqual({ module });
    expect(error.cause).toBeDefined();
  });

  it('takes a letter and a colon inside a name, and two slashes, for what they are', async () => {
    const said = async (path: string): Promise<string> => {
      const { cause } = await rejected('strategy.failed', () => load(path));
      return [String((cause as { url?: string }).url), String(cause)].join(' ');
    };
    expect(await said('no-such-package/c:/file.mjs')).not.toContain('file:///no-such-package');
    expect(await said('//no-such-host/file.mjs')).not.toContain('file:////no-such-host');
  });

  it.each([
    ['C:\\no such\\file.mjs', 'C:/no%20such/file.mjs'],
    ['d:/none/file.mjs', 'd:/none/file.mjs'],
  ])('reads a Windows path as one: %s', async (path, address) => {
    const { cause } = await rejected('strategy.failed', () => load(path));
    expect(decodeURI(String(cause))).toContain(decodeURI(address));
    expect(String((cause as { code?: string }).code)).toBe('ERR_MODULE_NOT_FOUND');
  });
});
