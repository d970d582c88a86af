import { type Check, holds, type Job, type Library } from './job.js';

/** Times of a job in milliseconds. */
export interface Timing {
  /** The very first run of the process: nothing compiled, nothing kept. */
  readonly first: number;
  /** Run after run on the same panel. */
  readonly times: readonly number[];
  /** Each on a panel of its own, compiled but with nothing kept from an earlier run. */
  readonly fresh: readonly number[];
  readonly checks: readonly Check[];
  /** The most memory that the process held, in MB. */
  readonly memory: number;
}

const FEWEST = 7;
const MOST = 201;
/** Repetitions go on for so long, in milliseconds. */
const LONG_ENOUGH = 1500;
const WARM_UPS = 3;

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  const half = ordered.length / 2;
  return ordered.length % 2 === 1 ? ordered[Math.floor(half)]! : (ordered[half - 1]! + ordered[half]!) / 2;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Runs a job: once cold, then checks it, then as often as was asked for. A job that is wrong is not timed. */
export function measure(job: Job, library: Library, repetitions: number | undefined): Timing {
  const { run, checks } = job.prepare(library);
  const first = timed(run);
  const checked = checks();
  if (!checked.every(holds)) return { first, times: [], fresh: [], checks: checked, memory: memoryHeld() };
  for (let round = 0, spent = 0; round < WARM_UPS || (spent < LONG_ENOUGH / 3 && round < MOST); round++) {
    spent += timed(run);
  }
  const times: number[] = [];
  for (let spent = 0; goesOn(times.length, spent, repetitions); spent += times.at(-1)!) times.push(timed(run));
  const fresh = Array.from({ length: repetitions ?? FEWEST }, () => timed(job.prepare(library).run));
  return { first, times, fresh, checks: checked, memory: memoryHeld() };
}

const goesOn = (done: number, spent: number, repetitions: number | undefined): boolean =>
  repetitions === undefined ? done < FEWEST || (spent < LONG_ENOUGH && done < MOST) : done < repetitions;

/** In MB. */
export const memoryHeld = (): number => process.resourceUsage().maxRSS / 1024;
