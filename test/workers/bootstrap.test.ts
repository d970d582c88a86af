import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arithmeticMean,
  bootstrap,
  type Bootstrap,
  type BootstrapExecutor,
  cagr,
  fixedMix,
  type KnownJob,
  maxDrawdown,
  monthly,
  type Panel,
  sharpeRatio,
  sweep,
  totalReturn,
  volatility,
} from 'backtilt';
import { usFunds } from 'backtilt/data';
import { randomPanel } from 'backtilt/testing';
import { threads } from 'backtilt/workers';
import { builtThreads } from './built-worker.js';

const made = builtThreads();
const market = randomPanel({ assets: ['A', 'B'], rows: 150, seed: 8, frequency: 'monthly' }) as Panel;
const series = market.returns('A');
const known = { cagr, totalReturn, maxDrawdown, arithmeticMean, volatility, sharpeRatio };

/** Everything of a bootstrap: its figures in words, and every replication bit by bit. */
const bits = <Name extends string>(drawn: Bootstrap<Name>): string[] => [
  JSON.stringify(drawn),
  String(drawn),
  ...(Object.keys(drawn.statistics) as Name[]).map((name) =>
    Buffer.from(Float64Array.from(drawn.values(name)).buffer).toString('hex'),
  ),
];

/** The job that a bootstrap hands out. */
async function jobOf(replications: number): Promise<KnownJob> {
  const jobs: KnownJob[] = [];
  const on: BootstrapExecutor = {
    replicate: (job) => {
      jobs.push(job);
      return Promise.reject(new Error('not now'));
    },
  };
  await expect(bootstrap(series, { cagr }, { blockLength: 6, replications, on })).rejects.toThrow('not now');
  return jobs[0]!;
}

describe('a bootstrap on threads', () => {
  it('gives what one thread gives, to the last bit, however many they are', async () => {
    const pools = [made(1), made(2), made(3)];
    const options = fc.record({
      method: fc.constantFrom('stationary', 'circular', 'moving'),
      blockLength: fc.integer({ min: 1, max: 30 }),
      replications: fc.oneof(
        fc.constantFrom(100, 499, 500, 999, 1000, 1001, 10_000),
        fc.integer({ min: 100, max: 4000 }),
      ),
      seed: fc.nat(1000),
    });
    await fc.assert(
      fc.asyncProperty(options, async (given) => {
        const here = bits(bootstrap(series, known, given));
        for (const on of pools) expect(bits(await bootstrap(series, known, { ...given, on }))).toEqual(here);
      }),
      { numRuns: 15 },
    );
  });

  it('gives the same of real returns, drawn together with others, by default options', async () => {
    const [iwm, spy] = [usFunds().returns('IWM'), usFunds().returns('SPY')];
    const given = { others: { spy } };
    const here = bootstrap(iwm, { cagr, maxDrawdown }, given);
    expect(bits(await bootstrap(iwm, { cagr, maxDrawdown }, { ...given, on: made(2) }))).toEqual(bits(here));
  });

  it('hands out every replication once, in ranges of 500 or more', async () => {
    const job = await jobOf(1000);
    const on = made(3);
    for (const replications of [100, 700, 1499, 10_007, 600_000]) {
      const ranges: [number, number][] = [];
      await on.replicate(job, replications, (from, columns) => {
        expect(columns).toHaveLength(job.figures.length);
        ranges.push([from, from + columns[0]!.length]);
      });
      ranges.sort(([one], [other]) => one - other);
      expect(ranges.map(([from]) => from)).toEqual([0, ...ranges.slice(0, -1).map(([, to]) => to)]);
      expect(ranges.at(-1)![1]).toBe(replications);
      const shortest = Math.min(...ranges.map(([from, to]) => to - from));
      expect(shortest).toBeGreaterThanOrEqual(Math.min(500, replications));
    }
  });

  it('takes turns with sweeps on the same threads', async () => {
    const on = made(2);
    const given = { blockLength: 4, replications: 2000 };
    const whole = {
      grid: { weights: [{ A: 1 }, { A: 0.5, B: 0.5 }] },
      metrics: ['cagr'],
    } as const;
    const [drawn, swept, again] = await Promise.all([
      bootstrap(series, known, { ...given, on }),
      sweep(market, { ...whole, strategy: { builtIn: 'fixedMix', options: { schedule: monthly() } }, on }),
      bootstrap(series, { cagr }, { ...given, seed: 2, on }),
    ]);
    expect(bits(drawn)).toEqual(bits(bootstrap(series, known, given)));
    const strategy = ({ weights }: { weights: object }) => fixedMix({ weights: { ...weights }, schedule: monthly() });
    expect([...swept.metrics.cagr]).toEqual([...sweep(market, { ...whole, strategy }).metrics.cagr]);
    expect(bits(again)).toEqual(bits(bootstrap(series, { cagr }, { ...given, seed: 2 })));
  });
});

describe('a bootstrap on threads that goes wrong', () => {
  it('rejects with the error of the thread, and the next one starts others', async () => {
    const on = made(2);
    const job = await jobOf(1000);
    const nothing = (): void => undefined;
    // No array has −1 elements: one job fails when it is made ready, the other at its first range.
    const unready = on.replicate({ ...job, plan: { ...job.plan, longest: -1 } }, 1000, nothing);
    await expect(unready).rejects.toMatchObject({ name: 'RangeError' });
    const failing = on.replicate({ ...job, plan: { ...job.plan, length: -9 } }, 1000, nothing);
    await expect(failing).rejects.toMatchObject({ name: 'RangeError' });
    const uncloned = on.replicate({ ...job, centre: (() => 0) as never }, 1000, nothing);
    await expect(uncloned).rejects.toMatchObject({ name: 'DataCloneError' });
    const given = { blockLength: 6, replications: 1000 };
    expect(bits(await bootstrap(series, { cagr }, { ...given, on }))).toEqual(bits(bootstrap(series, { cagr }, given)));
  });

  it('an error of who takes the figures stops the rest, and arrives', async () => {
    const own = new RangeError('mine');
    let taken = 0;
    const running = made(2).replicate(await jobOf(1000), 100_000, () => {
      taken++;
      throw own;
    });
    await expect(running).rejects.toBe(own);
    expect(taken).toBe(1);
  });

  it('says that a thread ended, or could not be started', async () => {
    const run = (file: string): Promise<unknown> =>
      bootstrap(series, { cagr }, { on: threads(2, { url: new URL(`./fixtures/${file}`, import.meta.url) }) });
    await expect(run('leaving-worker.mjs')).rejects.toMatchObject({
      code: 'thread.failed',
      message: expect.stringMatching(/ended in the middle of a bootstrap.*code 4/) as string,
    });
    await expect(run('nothing.mjs')).rejects.toMatchObject({
      code: 'thread.failed',
      message: expect.stringContaining('could not be started') as string,
    });
  });

  it('closed threads run nothing more; what had begun ends first', async () => {
    const on = made(2);
    const begun = bootstrap(series, { cagr }, { on });
    await on.close();
    expect((await begun).replications).toBe(10_000);
    await expect(bootstrap(series, { cagr }, { on })).rejects.toMatchObject({
      code: 'thread.closed',
      message: expect.stringContaining('bootstrap: the threads have been closed') as string,
    });
  });
});
