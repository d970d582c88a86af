/**
 * `npm run load:cluster`: what two workers are worth, and 100,000 pieces on two workers, with a server of their own. Prints the figures of docs/scaling.md.
 * `-- --speed` does the first alone (`--runs 5` times), `-- --pieces 1000` the second.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { cpuUsage } from 'node:process';
import { parseArgs } from 'node:util';
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

/** Pieces of one replication each: nothing but the cost of pieces. */
async function manyPieces(pieces: number): Promise<void> {
  const pids = [await worker('backtilt'), await worker('backtilt')];
  const market = randomPanel({ assets: ['A'], rows: 120, seed: 1, frequency: 'monthly' });
  let job: KnownJob | undefined;
  const settings = {
    connection: readConnection('load', server.url),
    prefix: 'backtilt',
    patience: 60,
    keepSeconds: 3600,
    pieceSeconds: 600,
  };
  const columns: Float64Array[] = [];
  const times = new Uint8Array(pieces);
  const before = await memory('used_memory');
  const took = await measured(pids, async () => {
    await bootstrap(
      market.returns('A'),
      { cagr, maxDrawdown },
      {
        ...{ replications: pieces, seed: 1 },
        on: {
          replicate: (given, replications, done) => {
            job = given;
            const work = { ...bootstrapWork(given, replications), first: 1, most: 1 };
            const take = (from: number, piece: readonly Float64Array[]): void => {
              times[from]!++;
              piece.forEach((column, place) => {
                (columns[place] ??= new Float64Array(pieces)).set(column, from);
              });
              done(from, piece);
            };
            return runOn(settings, work, take, undefined);
          },
        },
      },
    );
  });
  const same = bits(columns) === bits(makeReplicator(job!)(0, pieces)) && times.every((one) => one === 1);
  console.log(`${pieces} pieces: each once and the same bits: ${same}`);
  const { elapsed, workers, program, server: of } = took;
  tell('  time', elapsed, 's');
  tell('  time of a piece, two workers together', (1000 * elapsed) / pieces, 'ms');
  const [first, second] = workers.map((used) => (1000 * used) / pieces);
  console.log(
    `  processor for a piece: workers ${(first! + second!).toFixed(2)} ms together, program ${((1000 * program) / pieces).toFixed(2)} ms, server ${((1000 * of) / pieces).toFixed(2)} ms`,
  );
  tell('  memory of the server, most', (await memory('used_memory_peak')) - before, 'MB');
}

/** What a run took: on the clock, and of the processor by everybody who took part. */
interface Taken {
  readonly elapsed: number;
  readonly workers: readonly number[];
  readonly program: number;
  readonly server: number;
}

async function measured(pids: readonly number[], work: () => Promise<void>): Promise<Taken> {
  const before = [...pids, server.pid()].map(processorOf);
  const program = own();
  const elapsed = await seconds(work);
  const after = [...pids, server.pid()].map(processorOf);
  const used = after.map((value, place) => value - before[place]!);
  return { elapsed, workers: used.slice(0, -1), program: own() - program, server: used.at(-1)! };
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const listed = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(', ');

/** The same sweep without a cluster, by one worker and by two, in turns: the ratio of the medians. */
async function speed(runs: number): Promise<void> {
  const assets = Array.from({ length: 40 }, (_, index) => `A${index}`);
  const market: Panel = randomPanel({ assets, rows: 600, seed: 2, frequency: 'monthly' });
  const module = new URL('../test/cluster/fixtures/strategies.mjs', import.meta.url);
  const { whenUp } = (await import(module.href)) as { whenUp: (params: object) => never };
  const shared = {
    grid: { asset: assets, share: Array.from({ length: 2000 }, (_, index) => index / 2000) },
    metrics: ['cagr', 'volatility', 'maxDrawdown'] as const,
  };
  const figures: string[] = [];
  const keep = (swept: { readonly metrics: Readonly<Record<string, Iterable<number>>> }): void => {
    figures.push(bits(Object.values(swept.metrics)));
  };
  const teams = [
    { prefix: 'one', pids: [await worker('one')] },
    { prefix: 'two', pids: [await worker('two'), await worker('two')] },
  ];
  const strategy = { module, name: 'whenUp' };
  const there = async ({ prefix, pids }: (typeof teams)[number]): Promise<Taken> =>
    measured(pids, async () => {
      keep(await sweep(market, { ...shared, strategy, on: cluster(server.url, { prefix }) }));
    });
  const alone = await measured([], () => {
    keep(sweep(market, { ...shared, strategy: whenUp }));
    return Promise.resolve();
  });
  // Threads that have not run yet are slower.
  for (const team of teams) await there(team);
  console.log(`80000 variants; the same bits everywhere: ${figures.every((one) => one === figures[0])}`);
  tell('  one process without a cluster', alone.elapsed, 's');
  const taken = teams.map((): Taken[] => []);
  for (let run = 0; run < runs; run++)
    for (const [place, team] of teams.entries()) taken[place]!.push(await there(team));
  taken.forEach((all, place) => {
    console.log(`  ${place + 1} worker${place === 0 ? '' : 's'}: ${listed(all.map(({ elapsed }) => elapsed))} s`);
    const each = (of: (one: Taken) => number): string => median(all.map(of)).toFixed(2);
    const workers = taken[place]![0]!.workers.map((_, at) => each((one) => one.workers[at]!)).join(' and ');
    console.log(
      `    processor, medians: workers ${workers} s, program ${each((one) => one.program)} s, server ${each((one) => one.server)} s`,
    );
  });
  const [one, two] = taken.map((all) => median(all.map(({ elapsed }) => elapsed)));
  // What it would be if nobody waited for a core: the longest worker is who the run waits for.
  const [longest, longer] = taken.map((all) => median(all.map(({ workers }) => Math.max(...workers))));
  tell('  by processor time of the busier worker, times', longest! / longer!, '');
  const [load] = loadavg();
  tell(
    '  two workers are faster than one, times',
    one! / two!,
    `(medians of ${runs}, in turns; load ${load!.toFixed(1)} on ${availableParallelism()} cores)`,
  );
}

async function worker(prefix: string): Promise<number> {
  const { child } = await built.worker(server.url, '--concurrency', '1', '--prefix', prefix);
  return child.pid!;
}

const { values: asked } = parseArgs({
  options: { speed: { type: 'boolean' }, pieces: { type: 'string' }, runs: { type: 'string', default: '5' } },
});
const built = await buildCluster();
const server = await startServer();
const redis = new Redis(server.url);
try {
  if (asked.speed === true || asked.pieces === undefined) await speed(Number(asked.runs));
  if (asked.speed !== true) await manyPieces(Number(asked.pieces ?? 100_000));
} finally {
  redis.disconnect();
  await built.end();
  await server.stop();
}
