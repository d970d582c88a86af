import { readdirSync, readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthly, type Panel, sweep, type SweepExecutor } from 'backtilt';
import { cluster, type ClusterOptions } from 'backtilt/cluster';
import { randomPanel } from 'backtilt/testing';
import { sweepWork } from '../../src/cluster/cluster-work.js';
import { MOST_TRIES } from '../../src/cluster/serve-piece.js';
import { type BuiltCluster, buildCluster, type StartedProcess } from './built-cluster.js';
import { ended, noServer, startServer, type TestServer } from './redis-server.js';

const market = randomPanel({ assets: ['A', 'B', 'C'], rows: 600, seed: 5, frequency: 'monthly' }) as Panel;
const module = new URL('./fixtures/strategies.mjs', import.meta.url);
const FIGURES = ['cagr', 'volatility', 'maxDrawdown'] as const;
const tilt = { builtIn: 'smallCapTilt', options: { core: 'A', smallCap: 'B', schedule: monthly() } } as const;
const strategies = (await import(module.href)) as Record<'slow', (params: object) => never>;

const bits = ({ metrics }: { readonly metrics: Readonly<Record<string, Iterable<number>>> }): string[] =>
  Object.values(metrics).map((column) => Buffer.from(Float64Array.from(column).buffer).toString('hex'));

const shares = (count: number): { asset: string; share: number }[] =>
  Array.from({ length: count }, (_, index) => ({ asset: 'ABC'[index % 3]!, share: index / count }));

type Refused = Error & { readonly details: Readonly<Record<string, unknown>> };

async function refusal(promise: Promise<unknown>): Promise<Refused> {
  try {
    await promise;
  } catch (error) {
    return error as Refused;
  }
  throw new Error('nothing was refused');
}

/** Processes that a process has started; none where the system does not tell. */
const childrenOf = (parent: number): number[] =>
  process.platform === 'linux'
    ? readdirSync('/proc')
        .map(Number)
        .filter((pid) => pid > 0 && parentOf(pid) === parent)
    : [];

function parentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
  } catch {
    return 0;
  }
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
};

/** How often each variant was taken. */
function counted(on: SweepExecutor, times: Uint8Array): SweepExecutor {
  return {
    run: (job, done, signal) =>
      on.run(
        job,
        (from, columns) => {
          for (let one = from; one < from + columns[0]!.length; one++) times[one]!++;
          done(from, columns);
        },
        signal,
      ),
  };
}

describe.skipIf(noServer !== undefined)(
  `a variant that ends its worker${noServer === undefined ? '' : ` (skipped: ${noServer})`}`,
  () => {
    let built: BuiltCluster;
    let server: TestServer;
    let alive: StartedProcess[] = [];
    let deaths = 0;
    let over = false;

    /** A worker that somebody starts anew whenever it ends, as a supervisor of services does. */
    const kept = async (): Promise<void> => {
      // Little memory, so that it is soon used up.
      const worker = await built.workerWith(
        { NODE_OPTIONS: '--max-old-space-size=96' },
        server.url,
        '--concurrency',
        '1',
      );
      alive.push(worker);
      worker.child.once('exit', () => {
        alive = alive.filter((one) => one !== worker);
        deaths++;
        if (!over) void kept();
      });
    };
    const on = (options: ClusterOptions = {}) => cluster(server.url, { pieceSeconds: 60, ...options });

    beforeAll(async () => {
      built = await buildCluster();
      server = await startServer();
      await Promise.all([kept(), kept()]);
    });
    afterAll(async () => {
      over = true;
      await built.end();
      await server.stop();
    });

    it.each([
      ['exit', 0, /code 3/],
      ['memory', 1, /memory|code|signal/],
      ['kill', 1, /signal SIGKILL/],
      ['endless', 0, /took longer than 1 s \("pieceSeconds"\)/],
    ] as const)('is named, and nothing else is lost: by %s, %i whole workers at most', async (way, most, said) => {
      const before = deaths;
      const list = shares(400).map((one) => ({ ...one, bad: 0.375, way }));
      const times = new Uint8Array(400);
      const limited = on(way === 'endless' ? { pieceSeconds: 1 } : {});
      const [error, beside] = await Promise.all([
        refusal(
          sweep(market, { list, strategy: { module, name: 'killing' }, metrics: FIGURES, on: counted(limited, times) }),
        ),
        sweep(market, { grid: { weight: [0, 0.3, 1] }, strategy: tilt, metrics: FIGURES, on: on() }),
      ]);
      expect(error).toMatchObject({
        code: 'cluster.killed',
        details: { what: 'sweep', variant: 150, from: 150, to: 151, params: { share: 0.375 }, late: way === 'endless' },
      });
      expect(error.message).toMatch(/^sweep, variant 150 \(asset A, share 0\.375/);
      expect(error.message).toMatch(said);
      // All whole pieces before it were taken, none twice.
      expect([...times.subarray(0, 128)].every((one) => one === 1)).toBe(true);
      expect(Math.max(...times)).toBe(1);
      expect(times[150]).toBe(0);
      expect(bits(beside)).toEqual(
        bits(sweep(market, { grid: { weight: [0, 0.3, 1] }, strategy: tilt, metrics: FIGURES })),
      );
      expect(deaths - before).toBeLessThanOrEqual(most);
    });

    it('ends no more of them than had a piece in the queue, where every variant does it', async () => {
      const before = deaths;
      const list = shares(2000).map((one) => ({ ...one, bad: 'all', way: 'kill' }));
      const error = await refusal(
        sweep(market, { list, strategy: { module, name: 'killing' }, metrics: FIGURES, on: on() }),
      );
      expect(error).toMatchObject({ code: 'cluster.killed', details: { variant: 0 } });
      // Three pieces for each of two threads, and two more.
      expect(deaths - before).toBeLessThanOrEqual(8);
    });

    it('is told of as the making ready where its module ends whoever loads it', async () => {
      const leaving = new URL('./fixtures/leaving-module.mjs', import.meta.url);
      const error = await refusal(
        sweep(market, { list: shares(3), strategy: { module: leaving, name: 'never' }, metrics: FIGURES, on: on() }),
      );
      expect(error).toMatchObject({ code: 'cluster.killed', details: { from: -1 } });
      expect(error.message).toMatch(/making ready.*code 5/);
    });

    it('is not who only takes long: a piece beyond its time is done unit by unit', async () => {
      // 16 variants of 40 ms are within 1.2 seconds, the 32 of the second piece are not.
      const list = shares(144).map((one, place) => ({ ...one, milliseconds: place < 16 ? 0 : 40 }));
      const there = await sweep(market, {
        ...{ list, metrics: FIGURES, strategy: { module, name: 'slow' } },
        on: on({ pieceSeconds: 1.2 }),
      });
      const quick = list.map((one) => ({ ...one, milliseconds: 0 }));
      expect(bits(there)).toEqual(bits(sweep(market, { list: quick, strategy: strategies.slow, metrics: FIGURES })));
    });

    it('is not looked for again and again: a piece that was begun often enough and never ended is given up', async () => {
      const redis = new Redis(server.url);
      const list = shares(40);
      const run = on();
      const watched: SweepExecutor = {
        run: async (job, done, signal) => {
          const { id } = await sweepWork(job);
          await redis.hset(`backtilt:run:${id}:tries`, '0-16', MOST_TRIES);
          return run.run(job, done, signal);
        },
      };
      const error = await refusal(
        sweep(market, { list, strategy: { module, name: 'whenUp' }, metrics: FIGURES, on: watched }),
      );
      expect(error).toMatchObject({ code: 'cluster.killed', details: { from: 0, to: 16 } });
      expect(error.message).toContain(`taken up ${MOST_TRIES} times`);
      // Nothing of all these runs is left behind.
      expect((await redis.keys('backtilt:run:*:tries')).concat(await redis.keys('backtilt:run:*:spec'))).toEqual([]);
      redis.disconnect();
    });

    it.skipIf(process.platform !== 'linux')(
      'leaves no process behind where its worker is killed while it is looked for',
      async () => {
        const one = await built.worker(server.url, '--concurrency', '1', '--prefix', 'orphan');
        const controller = new AbortController();
        const stopped = refusal(
          sweep(market, {
            ...{ list: shares(16).map((each) => ({ ...each, bad: 'all', way: 'endless' })), metrics: FIGURES },
            ...{ strategy: { module, name: 'killing' }, watch: { signal: controller.signal } },
            on: on({ prefix: 'orphan', pieceSeconds: 2 }),
          }),
        );
        await until(() => childrenOf(one.child.pid!).length > 0);
        const [orphan] = childrenOf(one.child.pid!);
        // It has begun to run in a circle.
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await ended(one.child, 'SIGKILL');
        await until(() => parentOf(orphan!) === 0);
        controller.abort(new Error('seen enough'));
        expect((await stopped).message).toBe('seen enough');
      },
    );

    it('is told of by its piece where no worker is left', async () => {
      const one = await built.worker(server.url, '--concurrency', '1', '--prefix', 'last');
      // Nobody waits until it is forgotten by itself.
      one.child.once('exit', () => {
        const redis = new Redis(server.url);
        void redis.del('last:workers').then(() => {
          redis.disconnect();
        });
      });
      const list = shares(40).map((each) => ({ ...each, bad: 0.25, way: 'kill' }));
      const error = await refusal(
        sweep(market, {
          ...{ list, metrics: FIGURES, strategy: { module, name: 'killing' } },
          on: on({ prefix: 'last', patience: 2 }),
        }),
      );
      await ended(one.child, 'SIGKILL');
      expect(error).toMatchObject({ code: 'cluster.no-workers', details: { begun: ['0-16'] } });
      expect(error.message).toContain('had begun 0-16 when they ended');
    });
  },
);
