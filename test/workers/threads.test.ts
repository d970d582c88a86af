import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addIndicator,
  annually,
  backtest,
  everyPeriods,
  fixedMix,
  isInputError,
  monthly,
  quarterly,
  sweep,
  type BacktestOptions,
  type Panel,
  type StrategySource,
  type SweepResult,
} from 'backtilt';
import { randomPanel } from 'backtilt/testing';
import { threads } from 'backtilt/workers';
import { frenchSizeValueProfitability } from 'backtilt/data';
import { root } from '../support/source-files.js';
import { builtThreads } from './built-worker.js';

const made = builtThreads();
const FIGURES = ['totalReturn', 'cagr', 'volatility', 'sharpeRatio', 'maxDrawdown'] as const;
const module = new URL('./fixtures/strategies.mjs', import.meta.url);
const market = randomPanel({ assets: ['A', 'B', 'C', 'BILL'], rows: 120, seed: 5, frequency: 'monthly' }) as Panel;
const tilt = { builtIn: 'smallCapTilt', options: { core: 'A', smallCap: 'B', schedule: monthly() } } as const;

/** Every figure, bit by bit. */
const bits = ({ metrics }: { readonly metrics: Readonly<Record<string, Iterable<number>>> }): string[] =>
  Object.values(metrics).map((column) => Buffer.from(Float64Array.from(column).buffer).toString('hex'));

/** What a promise is rejected with. */
async function refusal(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

describe('threads', () => {
  it('give what one thread gives, to the last bit, however many they are', async () => {
    const pools = [made(1), made(2), made(3)];
    const schedule = fc.constantFrom(monthly(), quarterly(), annually({ month: 3 }), everyPeriods(5));
    const cash = backtest(market, fixedMix({ weights: { BILL: 1 } }));
    const options = fc.constantFrom<BacktestOptions>(
      {},
      { costs: { tradingBps: 20 }, cash: 'BILL' },
      { costs: { tradingBps: { A: 5, B: 30 } }, cash, executionLag: 1 },
      { flows: { initial: 100, contributions: { amount: 1, schedule: quarterly() } } },
    );
    const grid = fc.record({
      weight: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 }),
      schedule: fc.uniqueArray(schedule, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind }),
    });
    await fc.assert(
      fc.asyncProperty(grid, options, async (given, backtestOptions) => {
        const whole = { grid: given, strategy: tilt, metrics: FIGURES, backtest: backtestOptions };
        const here = sweep(market, whole);
        for (const on of pools) expect(bits(await sweep(market, { ...whole, on }))).toEqual(bits(here));
      }),
      { numRuns: 12 },
    );
  });

  it('give the same where there are more schedules than are remembered at once', async () => {
    const list = Array.from({ length: 600 }, (_, index) => ({
      weight: (index % 37) / 37,
      schedule: everyPeriods(1 + (index % 90), { offset: index % 2 === 0 || index % 90 === 0 ? 0 : 1 }),
    }));
    const whole = { list, strategy: tilt, metrics: FIGURES };
    expect(bits(await sweep(market, { ...whole, on: made(2) }))).toEqual(bits(sweep(market, whole)));
  });

  it('read fields and indicators as they were known', async () => {
    const on = made(2);
    const screens: StrategySource = {
      builtIn: 'profitabilityScreenedValue',
      options: { smallest: 0.5, cheapest: 0.5, schedule: annually({ month: 6 }) },
    };
    const stocks = frenchSizeValueProfitability();
    const whole = { grid: { dropLeastProfitable: [0, 0.25, 0.5] }, strategy: screens, metrics: FIGURES };
    expect(bits(await sweep(stocks, { ...whole, on }))).toEqual(bits(sweep(stocks, whole)));
    const since = [
      { knownOn: market.calendar.date(20), value: 0 },
      { knownOn: market.calendar.date(60), value: NaN },
      { knownOn: market.calendar.date(80), value: 3 },
    ] as const;
    const told = addIndicator(market, 'since', since);
    const rotation: StrategySource = {
      builtIn: 'postFirstCutRotation',
      options: { base: 'A', into: 'B', since: 'since' },
    };
    const months = { grid: { holdMonths: [1, 2, 4] }, strategy: rotation, metrics: FIGURES };
    expect(bits(await sweep(told, { ...months, on }))).toEqual(bits(sweep(told, months)));
  });

  it('import the strategy from a module, and draw the same variants as one thread', async () => {
    const { whenUp } = (await import(module.href)) as { whenUp: (params: object) => never };
    const sample = {
      count: 100,
      seed: 3,
      draw: ({ uniform }: { uniform: () => number }) => ({ asset: uniform() < 0.5 ? 'A' : 'C', share: uniform() }),
    };
    const here = sweep(market, { sample, strategy: whenUp, metrics: FIGURES });
    const there = await sweep(market, { sample, strategy: { module, name: 'whenUp' }, metrics: FIGURES, on: made(2) });
    expect(bits(there)).toEqual(bits(here));
    expect(there.variant(17).params).toEqual(here.variant(17).params);
  });

  it('keep the best only, where that is asked for, with the same quantiles', async () => {
    const whole = {
      grid: { weight: Array.from({ length: 3000 }, (_, index) => ((index * 7919) % 3000) / 3000) },
      strategy: tilt,
      metrics: FIGURES,
      keep: { best: 10, by: 'cagr' },
    } as const;
    const [here, there] = [sweep(market, whole), await sweep(market, { ...whole, on: made(2) })];
    expect(bits(there)).toEqual(bits(here));
    expect(there.indices).toEqual(here.indices);
    expect(there.quantile('volatility', 0.3)).toBe(here.quantile('volatility', 0.3));
  });

  it('tell how far they are, up to all variants', async () => {
    const told: number[] = [];
    const progress = (done: number, all: number): number => told.push(done / all);
    await sweep(market, {
      grid: { weight: Array.from({ length: 1500 }, (_, index) => index / 1500) },
      strategy: tilt,
      metrics: FIGURES,
      watch: { progress: (done, all) => void progress(done, all) },
      on: made(2),
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('run from the source tree too, and let a program end that never closes them', () => {
    const program = `
      import { sweep } from './src/index.ts';
      import { usFunds } from './src/data/index.ts';
      import { threads } from './src/workers/index.ts';
      const strategy = { builtIn: 'buyAndHold', options: {} };
      sweep(usFunds(), { grid: { weights: [{ SPY: 1 }, { IWM: 1 }] }, strategy, metrics: ['cagr'], on: threads(1) })
        .then((swept) => console.log(swept.trials));`;
    const ran = spawnSync('npx', ['tsx', '--input-type=module', '-e', program], {
      cwd: root,
      encoding: 'utf8',
      timeout: 50_000,
    });
    expect([ran.status, ran.stdout.trim()], ran.stderr).toEqual([0, '2']);
  });
});

describe('what goes wrong on a thread', () => {
  it('is told as on one thread: the first variant that fails, its code, message and details', async () => {
    const whole = {
      grid: { weight: Array.from({ length: 40 }, (_, index) => index / 20) },
      strategy: tilt,
      metrics: FIGURES,
    };
    let here: unknown;
    try {
      sweep(market, whole);
    } catch (error) {
      here = error;
    }
    const there = await refusal(sweep(market, { ...whole, on: made(2) }));
    if (!isInputError(here) || !isInputError(there)) throw there;
    expect(there.message).toContain('variant 21 (weight 1.05)');
    expect([there.code, there.message, there.details]).toEqual([here.code, here.message, here.details]);
  });

  it('is the first of several failures, however the threads run', async () => {
    const list = Array.from({ length: 200 }, (_, index) => ({
      asset: 'A',
      share: index / 200,
      bad: index < 50 ? 2 : index / 200,
    }));
    const strategy = { module, name: 'failing' };
    const on = made(3);
    for (let attempt = 0; attempt < 2; attempt++) {
      const error = await refusal(sweep(market, { list, strategy, metrics: FIGURES, on }));
      if (!isInputError(error, 'strategy.failed')) throw error;
      expect(error.details).toMatchObject({ variant: 50, params: { share: 0.25 } });
      expect(error.message).toContain('TypeError: share 0.25 is not wanted');
    }
  });

  it('a module that is not there, or lacks the export, is named', async () => {
    const run = (strategy: StrategySource): Promise<unknown> =>
      refusal(sweep(market, { list: [{ share: 1 }], strategy, metrics: FIGURES, on: made(1) }));
    const absent = await run({ module: new URL('./fixtures/nothing.mjs', import.meta.url), name: 'whenUp' });
    expect(absent).toMatchObject({
      code: 'strategy.failed',
      message: expect.stringContaining('nothing.mjs') as string,
    });
    const misspelt = await run({ module, name: 'whenup' });
    expect(misspelt).toMatchObject({
      code: 'option.type',
      message: expect.stringMatching(/"whenup".*whenUp/) as string,
    });
    const number = await run({ module, name: 'notAFunction' });
    expect(number).toMatchObject({ code: 'option.type', details: { found: '7' } });
  });

  it('a thread that ends is an error, and the next sweep starts others', async () => {
    const on = made(2);
    const ended = await refusal(
      sweep(market, { list: [{ share: 1 }], strategy: { module, name: 'leaving' }, metrics: FIGURES, on }),
    );
    expect(ended).toMatchObject({ code: 'thread.failed', message: expect.stringContaining('code 3') as string });
    const after = await sweep(market, { grid: { weight: [0, 1] }, strategy: tilt, metrics: FIGURES, on });
    expect(after.trials).toBe(2);
  });

  it('a thread that cannot be started is an error', async () => {
    const on = threads(2, { url: new URL('./nothing.mjs', import.meta.url) });
    const error = await refusal(sweep(market, { grid: { weight: [0] }, strategy: tilt, metrics: FIGURES, on }));
    expect(error).toMatchObject({
      code: 'thread.failed',
      message: expect.stringContaining('could not be started') as string,
    });
  });
});

describe('stopping', () => {
  it('an abort signal stops even a strategy that never ends', async () => {
    const on = made(1);
    const controller = new AbortController();
    const running = sweep(market, {
      list: [{ share: 1 }],
      strategy: { module, name: 'endless' },
      metrics: FIGURES,
      watch: { signal: controller.signal },
      on,
    });
    const reason = new Error('enough');
    setTimeout(() => {
      controller.abort(reason);
    }, 300);
    expect(await refusal(running)).toBe(reason);
    expect((await sweep(market, { grid: { weight: [0] }, strategy: tilt, metrics: FIGURES, on })).trials).toBe(1);
  });

  it('an error of the progress callback stops the sweep and arrives', async () => {
    const own = new RangeError('mine');
    const progress = (): never => {
      throw own;
    };
    const whole = { grid: { weight: [0, 1] }, strategy: tilt, metrics: FIGURES, watch: { progress } };
    expect(await refusal(sweep(market, { ...whole, on: made(1) }))).toBe(own);
  });

  it('closed threads run nothing more; sweeps that had begun end first', async () => {
    const on = made(2);
    const whole = { grid: { weight: [0, 0.5] }, strategy: tilt, metrics: FIGURES, on };
    const begun = sweep(market, whole);
    await on.close();
    expect((await begun).trials).toBe(2);
    expect(await refusal(sweep(market, whole))).toMatchObject({ code: 'thread.closed' });
    await on.close();
  });

  it('sweeps on the same threads wait for each other', async () => {
    const on = made(2);
    const run = (weight: number): Promise<SweepResult<{ weight: number }, (typeof FIGURES)[number]>> =>
      sweep(market, { grid: { weight: [weight] }, strategy: tilt, metrics: FIGURES, on });
    const [one, other] = await Promise.all([run(0.2), run(0.7)]);
    expect(bits(one)).toEqual(bits(await run(0.2)));
    expect(bits(one)).not.toEqual(bits(other));
  });
});

describe('what cannot cross', () => {
  const whole = { grid: { weight: [0, 1] }, strategy: tilt, metrics: FIGURES };

  it('is refused by name: functions among strategies, metrics, options and parameters', async () => {
    const on = made(1);
    expect(() => sweep(market, { ...whole, strategy: () => fixedMix({ weights: { A: 1 } }), on })).toThrow(
      /"strategy" is a function.*module/,
    );
    expect(() => sweep(market, { ...whole, metrics: { mine: () => 1 }, on })).toThrow(/metric "mine" is a function/);
    const inside = (given: object): Promise<unknown> => refusal(sweep(market, { ...whole, ...given, on }));
    expect(await inside({ grid: { weight: [0], schedule: [{ kind: 'monthly', when: () => true }] } })).toMatchObject({
      code: 'option.type',
      details: { option: 'schedule' },
    });
    expect(await inside({ strategy: { builtIn: 'smallCapTilt', options: { core: () => 'A' } } })).toMatchObject({
      code: 'option.type',
      details: { option: 'core', found: 'a function' },
    });
    expect(await inside({ grid: undefined, list: [{ weight: 0 }, { weight: () => 1 }] })).toMatchObject({
      code: 'option.type',
      message: expect.stringContaining('variant 1') as string,
    });
  });

  it('a module relative to nothing is refused', () => {
    const strategy = { module: './strategies.mjs', name: 'whenUp' };
    expect(() => sweep(market, { ...whole, strategy, on: made(1) })).toThrow(
      /new URL\("\.\/strategies\.mjs", import\.meta\.url\)/,
    );
  });

  it.each<[unknown[], string, string]>([
    [[0], 'option.range', 'number of threads'],
    [[1.5], 'option.range', 'number of threads'],
    [['2'], 'option.type', 'number of threads'],
    [[2, { urls: 1 }], 'option.unknown', 'url'],
    [[2, { url: 'worker.js' }], 'option.type', 'new URL'],
  ])('threads(...%j) is refused', (given, code, fact) => {
    const make = threads as (...given: unknown[]) => unknown;
    expect(() => make(...given)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fact) as string }) as Error,
    );
  });
});
