/** `npm run load:cluster`: 100,000 pieces on two workers and a server of their own, and what two workers are worth. Prints the figures of docs/scaling.md. */
import { readFileSync } from 'node:fs';
import { cpuUsage } from 'node:process';
import { Redis } from 'ioredis';
import { cluster } from '../src/cluster/index.js';
import { bootstrapWork } from '../src/cluster/cluster-work.js';
import { readConnection } from '../src/cluster/connection.js';
import { runOn } from '../src/cluster/run-on.js';
import { bootstrap, cagr, maxDrawdown, type Panel, sweep } from '../src/index.js';
import { type KnownJob, makeReplicator } from '../src/inference/index.js';
import { randomPanel } from '../src/testing/index.js';
import { buildCluster } from '../test/cluster/built-cluster.js';
import { startServer } from '../test/cluster/redis-server.js';

const PIECES = Number(process.argv[2] ?? 100_000);
const built = await buildCluster();
const server = await startServer();
const redis = new Redis(server.url);

const seconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};
const memory = async (field: string): Promise<number> =>
  Number(new RegExp(`${field}:(\\d+)`).exec(await redis.info('memory'))![1]) / 2 ** 20;
const tell = (what: string, value: number, unit: string): void => {
  console.log(`${what}: ${value.toPrecision(3)} ${unit}`);
};
const bits = (columns: Iterable<Iterable<number>>): string =>
  Array.from(columns, (one) => Buffer.from(Float64Array.from(one).buffer).toString('hex')).join();

/** Seconds of processor that a process has used (Linux counts them in hundredths). */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const own = (): number => {
  const { user, system } = cpuUsage();
  return (user + system) / 1e6;
};

/** 100,000 pieces of one replication each: nothing but the cost of pieces. */
async function manyPieces(): Promise<void> {
  const market = randomPanel({ assets: ['A'], rows: 120, seed: 1, frequency: 'monthly' });
  let job: KnownJob | undefined;
  const settings = {
    connection: readConnection('load', server.url),
    prefix: 'backtilt',
    patience: 60,
    keepSeconds: 3600,
  };
  const columns: Float64Array[] = [];
  const times = new Uint8Array(PIECES);
  const before = await memory('used_memory');
  const took = await seconds(() =>
    bootstrap(
      market.returns('A'),
      { cagr, maxDrawdown },
      {
        ...{ replications: PIECES, seed: 1 },
        on: {
          replicate: (given, replications, done) => {
            job = given;
            const work = { ...bootstrapWork(given, replications), first: 1, most: 1 };
            const take = (from: number, piece: readonly Float64Array[]): void => {
              times[from]!++;
              piece.forEach((column, place) => {
                (columns[place] ??= new Float64Array(PIECES)).set(column, from);
              });
              done(from, piece);
            };
            return runOn(settings, work, take, undefined);
          },
        },
      },
    ),
  );
  const same = bits(columns) === bits(makeReplicator(job!)(0, PIECES)) && times.every((one) => one === 1);
  console.log(`${PIECES} pieces: each once and the same bits: ${same}`);
  tell('  time', took, 's');
  tell('  cost of a piece, two workers together', (1000 * took) / PIECES, 'ms');
  tell('  memory of the server, most', (await memory('used_memory_peak')) - before, 'MB');
}

/** A sweep that takes a while: one process, and two workers. */
async function speed(workers: readonly number[]): Promise<void> {
  const assets = Array.from({ length: 40 }, (_, index) => `A${index}`);
  const market: Panel = randomPanel({ assets, rows: 600, seed: 2, frequency: 'monthly' });
  const list = Array.from({ length: 6000 }, (_, i) => ({ asset: assets[i % 40]!, share: i / 6000 }));
  const module = new URL('../test/cluster/fixtures/strategies.mjs', import.meta.url);
  const { whenUp } = (await import(module.href)) as { whenUp: (params: object) => never };
  const metrics = ['cagr', 'volatility', 'maxDrawdown'] as const;
  const long = { list: Array.from({ length: 10 }, () => list).flat(), metrics };
  const figures: string[] = [];
  const keep = (swept: { readonly metrics: Readonly<Record<string, Iterable<number>>> }): void => {
    figures.push(bits(Object.values(swept.metrics)));
  };
  const ownBefore = own();
  const alone = await seconds(() => {
    keep(sweep(market, { ...long, strategy: whenUp }));
  });
  tell(`${long.list.length} variants, one process without a cluster`, alone, 's');
  tell('  of processor', own() - ownBefore, 's');
  const before = workers.map(processorOf);
  const driver = own();
  const on = cluster(server.url);
  const there = async (): Promise<number> =>
    seconds(async () => {
      keep(await sweep(market, { ...long, strategy: { module, name: 'whenUp' }, on }));
    });
  tell('  two workers', await there(), 's');
  workers.forEach((pid, place) => {
    tell('  of processor, a worker', processorOf(pid) - before[place]!, 's');
  });
  tell('  of processor, the program', own() - driver, 's');
  console.log(`  the same bits: ${figures.every((one) => one === figures[0])}`);
}

try {
  const workers = await Promise.all([1, 2].map(() => built.worker(server.url, '--concurrency', '1')));
  await speed(workers.map(({ child }) => child.pid!));
  await manyPieces();
} finally {
  redis.disconnect();
  await built.end();
  await server.stop();
}
