import { type Check, holds, type Job, type Peer, type Target } from './job.js';
import { median } from './measure.js';
import type { Timing } from './measure.js';
import type { NativeRun } from './native.js';

/** A job of this run beside the others, as it goes into `bench/results`. */
export interface Outcome {
  readonly job: string;
  readonly title: string;
  /** Milliseconds. */
  readonly ours: {
    readonly median: number;
    readonly least: number;
    readonly repetitions: number;
    readonly first: number;
    readonly fresh: number;
    readonly memory: number;
  };
  readonly theirs: Readonly<Partial<Record<Peer, { readonly median: number; readonly least: number }>>>;
  /** Ours over theirs, of medians and of the shortest times. */
  readonly ratios: Readonly<Partial<Record<Peer | 'J6', { readonly median: number; readonly least: number }>>>;
  readonly target: Target;
  /** Null where the other program is not here. */
  readonly met: boolean | null;
  readonly failed: readonly Check[];
  readonly load: readonly number[];
}

const least = (times: readonly number[]): number => Math.min(...times);

/** Puts a job's times beside those of the others. */
export function outcomeOf(
  job: Job,
  timing: Timing,
  natives: ReadonlyMap<Peer, NativeRun>,
  earlier: readonly Outcome[],
  load: readonly number[],
): Outcome {
  const ours = { median: median(timing.times), least: least(timing.times) };
  const theirs = Object.fromEntries(
    [...natives].map(([peer, { times }]) => [peer, { median: median(times), least: least(times) }]),
  ) as Outcome['theirs'];
  const screen = earlier.find((one) => one.job === 'J6')?.ours;
  const others = {
    ...theirs,
    ...('of' in job.target && job.target.of === 'J6' && screen !== undefined ? { J6: screen } : {}),
  };
  const ratios = Object.fromEntries(
    Object.entries(others).map(([name, other]) => [
      name,
      { median: ours.median / other.median, least: ours.least / other.least },
    ]),
  ) as Outcome['ratios'];
  const failed = [
    ...timing.checks,
    ...[...natives.values()].flatMap(({ figures }) => job.nativeChecks?.(figures) ?? []),
  ].filter((one) => !holds(one));
  return {
    job: job.name,
    title: job.title,
    ours: {
      ...ours,
      repetitions: timing.times.length,
      first: timing.first,
      fresh: median(timing.fresh),
      memory: timing.memory,
    },
    theirs,
    ratios,
    target: job.target,
    met: failed.length > 0 ? false : isMet(job.target, ours.median, ratios),
    failed,
    load,
  };
}

function isMet(target: Target, ours: number, ratios: Outcome['ratios']): boolean | null {
  if ('milliseconds' in target) return ours <= target.milliseconds;
  const ratio = ratios[target.of];
  return ratio === undefined ? null : ratio.median <= target.times;
}
