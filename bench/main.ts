/**
 * Measures the jobs of docs/performance.md through the public functions, beside C and numba on the same data in the same run.
 *
 *   npm run bench                                  everything
 *   npm run bench -- --job J2,J6 --reps 21         some jobs; cold, growth and memory are jobs too
 *   npm run bench -- --write                       and refill docs/performance.md and bench/results/reference.json
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { jobs } from './jobs/index.js';
import { bundleChild, bundleOf, root, workplace } from './run/bundle.js';
import type { ColdStart } from './run/cold-start.js';
import type { Growth } from './run/growth.js';
import type { Job, Peer } from './run/job.js';
import { median, type Timing } from './run/measure.js';
import type { LargeSweep } from './run/million-variants.js';
import { type NativeRun, type Program, programs } from './run/native.js';
import { type Outcome, outcomeOf } from './run/outcome.js';
import { blockOf, type Findings, writePage } from './run/page.js';
import { inColumns, tableOf } from './run/words.js';

const EXTRAS = ['cold', 'growth', 'memory'] as const;
const STARTS = 7;

const { values } = parseArgs({
  options: { job: { type: 'string' }, reps: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const known = [...jobs.map(({ name }) => name), ...EXTRAS];
const wanted = values.job?.split(',') ?? known;
const unknown = wanted.find((name) => !known.includes(name));
if (unknown !== undefined) throw new Error(`There is no job "${unknown}"; there are ${known.join(', ')}.`);
if (values.reps !== undefined && !(Number(values.reps) >= 1)) throw new Error('--reps takes a number from 1 on.');

const say = (text: string): void => void process.stdout.write(`${text}\n`);

mkdirSync(workplace, { recursive: true });
const load = loadavg()[0]!;
const [bundle, child] = [await bundleOf(), await bundleChild()];
const peers = programs();

/** Asks a new process. */
function asked(task: string, repetitions = ''): unknown {
  const printed = execFileSync(process.execPath, [child, bundle.path, task, repetitions], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(printed);
}

/** The others before and after ours, so that a computer that slows down meets both. */
function compared(job: Job, earlier: readonly Outcome[]): Outcome {
  const before = native(job);
  const load = loadavg();
  const timing = asked(job.name, values.reps) as Timing;
  const natives = new Map<Peer, NativeRun>();
  for (const [peer, { times, figures }] of native(job)) {
    natives.set(peer, { times: [...(before.get(peer)?.times ?? []), ...times], figures });
  }
  return outcomeOf(job, timing, natives, earlier, load);
}

function native({ native: wish }: Job): Map<Peer, NativeRun> {
  const found = (wish?.peers ?? []).flatMap((peer): [Peer, Program][] => {
    const program = peers[peer];
    return typeof program === 'string' ? [] : [[peer, program]];
  });
  const repetitions = Math.max(7, Math.ceil(Number(values.reps ?? 21) / 2));
  return new Map(found.map(([peer, program]) => [peer, program.run(wish!.job, repetitions)]));
}

const outcomes: Outcome[] = [];
for (const job of jobs.filter(({ name }) => wanted.includes(name))) {
  const outcome = compared(job, outcomes);
  outcomes.push(outcome);
  writeFileSync(`${root}bench/results/${job.name}.json`, `${JSON.stringify(outcome, null, 2)}\n`);
  say(inColumns(tableOf([outcome])).split('\n')[1]!);
  for (const { what, found, expected } of outcome.failed)
    say(`  WRONG, not timed: ${what} is ${found}, not ${expected}`);
}

function coldStart(): ColdStart {
  const starts = Array.from({ length: STARTS }, () => asked('cold') as ColdStart);
  return { loading: median(starts.map((one) => one.loading)), firstCall: median(starts.map((one) => one.firstCall)) };
}

const findings: Findings = {
  bundle: bundle.what,
  node: process.versions.node,
  programs: Object.values(peers).map((program) => (typeof program === 'string' ? program : program.name)),
  load,
  outcomes,
  ...(wanted.includes('cold') ? { cold: coldStart() } : {}),
  ...(wanted.includes('growth') ? { growth: asked('growth') as Growth[] } : {}),
  ...(wanted.includes('memory') ? { memory: asked('memory') as LargeSweep } : {}),
};
say(`\n${inColumns(tableOf(outcomes))}\n\n${blockOf({ ...findings, outcomes: [] })}`);
if (values.write) {
  writePage(findings);
  writeFileSync(`${root}bench/results/reference.json`, `${JSON.stringify(findings, null, 2)}\n`);
}
if (outcomes.some(({ failed }) => failed.length > 0)) process.exitCode = 1;
