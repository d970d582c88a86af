import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bootstrap,
  cagr,
  monthly,
  type Panel,
  probabilityOfBacktestOverfitting,
  sharpeRatio,
  sweep,
  type SweepExecutor,
  walkForward,
} from 'backtilt';
import { cluster } from 'backtilt/cluster';
import { randomPanel } from 'backtilt/testing';
import { libraryVersion } from '../../src/core/index.js';
import { type BuiltCluster, buildCluster, type StartedProcess } from './built-cluster.js';
import { ended, noServer, startServer, type TestServer } from './redis-server.js';

const SEED = { assets: ['A', 'B', 'C'], rows: 600, seed: 5, frequency: 'monthly' } as const;
const market = randomPanel(SEED) as Panel;
const module = new URL('./fixtures/strategies.mjs', import.meta.url);
const FIGURES = ['cagr', 'volatility', 'maxDrawdown'] as const;
const tilt = { builtIn: 'smallCapTilt', options: { core: 'A', smallCap: 'B', schedule: monthly() } } as const;
const strategies = (await import(module.href)) as Record<'whenUp' | 'failing', (params: object) => never>;

const bits = ({ metrics }: { readonly metrics: Readonly<Record<string, Iterable<number>>> }): string[] =>
  Object.values(metrics).map((column) => Buffer.from(Float64Array.from(column).buffer).toString('hex'));

async function refusal(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

/** A list of variants that take a while, each by a function of a module. */
const shares = (count: number): { asset: string; share: number }[] =>
  Array.from({ length: count }, (_, index) => ({ asset: 'ABC'[index % 3]!, share: index / count }));

let built: BuiltCluster;
beforeAll(async () => {
  if (noServer === undefined) built = await buildCluster();
});
afterAll(async () => {
  if (noServer === undefined) await built.end();
});

describe.skipIf(noServer !== undefined)(
  `a cluster on a server of its own${noServer === undefined ? '' : ` (skipped: ${noServer})`}`,
  () => {
    let server: TestServer;
    let worker: StartedProcess;
    beforeAll(async () => {
      server = await startServer({ password: 'correct horse/1' });
      worker = await built.worker(server.url, '--concurrency', '2');
    });
    afterAll(() => server.stop());

    it('gives what one thread gives, to the last bit: grids, lists, samples', async () => {
      const on = cluster(server.url);
      const grid = { weight: Array.from({ length: 3000 }, (_, index) => index / 3000) };
      const whole = { grid, strategy: tilt, metrics: FIGURES, backtest: { costs: { tradingBps: 7 }, cash: 'C' } };
      expect(bits(await sweep(market, { ...whole, on }))).toEqual(bits(sweep(market, whole)));
      const list = shares(300);
      const there = await sweep(market, { list, strategy: { module, name: 'whenUp' }, metrics: FIGURES, on });
      expect(bits(there)).toEqual(bits(sweep(market, { list, strategy: strategies.whenUp, metrics: FIGURES })));
      const kept = { ...whole, keep: { best: 5, by: 'cagr' } } as const;
      expect((await sweep(market, { ...kept, on })).indices).toEqual(sweep(market, kept).indices);
    });

    it('walks forward, resamples and checks for overfitting with the same figures', async () => {
      const on = cluster(server.url);
      const walk = {
        grid: { weight: Array.from({ length: 20 }, (_, index) => index / 20) },
        windows: { train: 240, test: 120 },
        by: 'totalReturn',
        strategy: tilt,
      } as const;
      const series = market.returns('A');
      const draws = { replications: 3000, seed: 4 };
      const figures = { cagr, sharpeRatio };
      const matrix = ['A', 'B', 'C'].map((asset) => Float64Array.from(market.returns(asset).values));
      const [walked, drawn, split] = await Promise.all([
        walkForward(market, { ...walk, on }),
        bootstrap(series, figures, { ...draws, on }),
        probabilityOfBacktestOverfitting(matrix, { on }),
      ]);
      expect(JSON.stringify(walked)).toBe(JSON.stringify(walkForward(market, walk)));
      expect(JSON.stringify(drawn)).toBe(JSON.stringify(bootstrap(series, figures, draws)));
      expect(JSON.stringify(split)).toBe(JSON.stringify(probabilityOfBacktestOverfitting(matrix)));
    });

    it('tells of the first variant that fails as one thread does, and leaves others undisturbed', async () => {
      const on = cluster(server.url);
      const list = shares(200).map((one, index) => ({ ...one, bad: index < 150 ? 2 : one.share }));
      const here = thrown(() => sweep(market, { list, strategy: strategies.failing, metrics: FIGURES }));
      const [there, beside] = await Promise.all([
        refusal(sweep(market, { list, strategy: { module, name: 'failing' }, metrics: FIGURES, on })),
        sweep(market, { grid: { weight: [0, 1] }, strategy: tilt, metrics: FIGURES, on }),
      ]);
      const { code, message, details } = here as Error & { code: string; details: object };
      expect(there).toMatchObject({ code, message, details });
      expect(details).toMatchObject({ variant: 150, params: { share: 0.75 } });
      expect(beside.trials).toBe(2);
    });

    it('names what ends every thread that tries', async () => {
      const list = shares(64).map((one) => ({ ...one, bad: 0.5 }));
      const on = cluster(server.url);
      const error = await refusal(sweep(market, { list, strategy: { module, name: 'leaving' }, metrics: FIGURES, on }));
      expect(error).toMatchObject({ code: 'cluster.killed' });
      expect(error).toMatchObject({ details: { variant: 32, params: { asset: 'C', share: 0.5 } } });
      expect(error.message).toContain('ended with code 3');
    });

    it('refuses a worker of another version, other data, and a changed module, each in one line', async () => {
      const whole = { grid: { weight: [0, 0.7] }, strategy: tilt, metrics: FIGURES };
      const old = await buildCluster(built.folder);
      for (const file of readdirSync(old.folder).filter((name) => name.endsWith('.js'))) {
        const path = join(old.folder, file);
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replaceAll(`libraryVersion = "${libraryVersion}"`, 'libraryVersion = "0.0.1"'),
        );
      }
      try {
        await old.worker(server.url, '--concurrency', '1', '--prefix', 'old');
        const error = await refusal(sweep(market, { ...whole, on: cluster(server.url, { prefix: 'old' }) }));
        expect(error).toMatchObject({ code: 'cluster.mismatch' });
        expect(error.message).toMatch(/runs backtilt 0\.0\.1.*Install the same versions/);
        expect(error.message).not.toContain('\n');
      } finally {
        await old.end();
      }
      const redis = new Redis(server.url);
      const other = await built.worker(server.url, '--concurrency', '1', '--prefix', 'data');
      const on = cluster(server.url, { prefix: 'data' });
      const small = randomPanel({ ...SEED, rows: 24 }) as Panel;
      // What lies under the hash is not what was hashed.
      const watched: SweepExecutor = {
        run: async (job, done, signal) => {
          const { sweepWork } = await import('../../src/cluster/cluster-work.js');
          await redis.set(`data:data:${(await sweepWork(job)).dataHash}`, 'something else');
          return on.run(job, done, signal);
        },
      };
      const error = await refusal(sweep(small, { ...whole, on: watched }));
      redis.disconnect();
      await ended(other.child, 'SIGTERM');
      expect(error).toMatchObject({ code: 'cluster.mismatch' });
      expect(error.message).toContain('found other data');
    });

    it('hides the password: from errors, results, messages of the worker and strategies', async () => {
      const on = cluster(server.url);
      const strategy = { module, name: 'curious' };
      const swept = await sweep(market, { list: shares(3), strategy, metrics: FIGURES, on });
      const wrong = await refusal(
        sweep(market, { list: shares(3), strategy, metrics: FIGURES, on: cluster(server.url.replace('%2F1', '%2F2')) }),
      );
      expect(wrong).toMatchObject({ code: 'cluster.unreachable' });
      const all = [JSON.stringify(swept), inspect(on, { depth: 9 }), inspect(wrong, { depth: 9, showHidden: true })];
      for (const text of [...all, worker.said()]) expect(text).not.toMatch(/correct|horse/);
      expect(() => cluster('redis://:correct horse@:::')).toThrow(/a text that is no address/);
      expect(inspect(thrown(() => cluster('redis://:correct horse@:::')))).not.toMatch(/correct @|horse@/);
    });

    it('lets a program end by itself', async () => {
      const program = built.program(`
      import { cluster, randomPanel, sweep } from './doors.js';
      const swept = await sweep(randomPanel(${JSON.stringify(SEED)}), {
        grid: { weight: [0, 1] }, strategy: ${JSON.stringify(tilt)}, metrics: ['cagr'], on: cluster('${server.url}') });
      console.log(swept.trials);`);
      await new Promise((resolve) => program.child.once('close', resolve));
      expect([program.child.exitCode, program.said()]).toEqual([0, '2\n']);
    });

    it('stops at once when it is told to, and when nobody works', async () => {
      const controller = new AbortController();
      const reason = new Error('enough');
      const waiting = cluster(server.url, { prefix: 'nobody', patience: 1 });
      const whole = { grid: { weight: [0] }, strategy: tilt, metrics: FIGURES, on: waiting };
      setTimeout(() => {
        controller.abort(reason);
      }, 300);
      const [stopped, alone] = await Promise.all([
        refusal(sweep(market, { ...whole, watch: { signal: controller.signal } })),
        refusal(sweep(market, { ...whole, grid: { weight: [1] } })),
      ]);
      expect(stopped).toBe(reason);
      expect(alone).toMatchObject({ code: 'cluster.no-workers', message: expect.stringContaining('1 s') as string });
    });
  },
);

describe.skipIf(noServer !== undefined)('what dies on the way', () => {
  const list = shares(10_000);
  const whole = { list, metrics: FIGURES };
  let found: string[] | undefined;
  const alone = (): string[] => (found ??= bits(sweep(market, { ...whole, strategy: strategies.whenUp })));

  it.each([true, false])(
    'a worker and the server: 10,000 variants, none lost, none counted twice (the server remembers: %s)',
    async (persistent) => {
      const server = await startServer({ persistent });
      try {
        const workers = await Promise.all([1, 2].map(() => built.worker(server.url, '--concurrency', '1')));
        const on = cluster(server.url);
        const times = new Uint8Array(list.length);
        let [taken, killed, restarted] = [0, false, Promise.resolve()];
        const watched: SweepExecutor = {
          run: (job, done, signal) =>
            on.run(
              job,
              (from, columns) => {
                for (let one = from; one < from + columns[0]!.length; one++) times[one]!++;
                taken += columns[0]!.length;
                if (taken > 500 && !killed) {
                  killed = true;
                  restarted = ended(workers[0]!.child, 'SIGKILL').then(() => server.restart());
                }
                done(from, columns);
              },
              signal,
            ),
        };
        const strategy = { module, name: 'whenUp' };
        const there = await sweep(market, { ...whole, strategy, on: watched });
        await restarted;
        expect(killed).toBe(true);
        expect(times.every((one) => one === 1)).toBe(true);
        expect(bits(there)).toEqual(alone());
        await Promise.all(workers.map(({ child }) => ended(child, 'SIGKILL')));
      } finally {
        await server.stop();
      }
    },
  );

  it('the program itself: started again, it takes what is done', async () => {
    const server = await startServer();
    try {
      const worker = await built.worker(server.url, '--concurrency', '1');
      const program = built.program(`
        import { cluster, randomPanel, sweep } from './doors.js';
        const list = Array.from({ length: 10000 }, (_, index) => ({ asset: 'ABC'[index % 3], share: index / 10000 }));
        await sweep(randomPanel(${JSON.stringify(SEED)}), {
          list, metrics: ${JSON.stringify(FIGURES)}, strategy: { module: '${module.href}', name: 'whenUp' },
          watch: { progress: (done) => console.log('done', done) }, on: cluster('${server.url}'),
        });`);
      await program.until(/done \d{3,}/);
      await ended(program.child, 'SIGKILL');
      await ended(worker.child, 'SIGKILL');
      const before = Number(/.*done (\d+)/s.exec(program.said())![1]);
      const told: number[] = [];
      let resumed: Promise<Parameters<typeof bits>[0]> | undefined;
      const reached = new Promise<number>((resolve) => {
        const progress = (done: number): void => {
          told.push(done);
          if (done >= before) resolve(done);
        };
        const strategy = { module, name: 'whenUp' };
        resumed = sweep(market, { ...whole, strategy, watch: { progress }, on: cluster(server.url) });
      });
      // No worker is there: all this was found.
      expect(await reached).toBeGreaterThanOrEqual(before);
      await built.worker(server.url, '--concurrency', '2');
      expect(bits(await resumed!)).toEqual(alone());
      expect(told.at(-1)).toBe(10_000);
      const redis = new Redis(server.url);
      expect((await redis.keys('backtilt:run:*')).length).toBe(0);
      redis.disconnect();
    } finally {
      await server.stop();
    }
  });
});
