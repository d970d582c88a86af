import type { BlockPlan } from '../resampling/block-plan.js';
import { blockRoom } from '../resampling/draw-blocks.js';
import { resampledRows } from '../resampling/resampled-rows.js';

/** What is simulated, as plain numbers. */
export interface PathJob {
  readonly plan: BlockPlan;
  readonly returns: Float64Array;
  readonly start: number;
  /** Paid in (or out, if negative) at the end of each period. */
  readonly flow: number;
}

/** Wealth and the deepest fall so far of every path, period by period: path k after period t (1 is the first) at (t − 1) · paths + k. */
export interface SimulatedPaths {
  readonly wealth: Float64Array;
  readonly deepest: Float64Array;
  /** How many paths hold less than was paid in, less what could be taken out, by period from 1 on. */
  readonly losses: Int32Array;
}

/** Wealth within this share of what was paid in is no loss. */
const LEVEL = 1e-12;

/** Paths 0 to `paths` − 1 of a job. */
export function simulatedPaths(job: PathJob, paths: number): SimulatedPaths {
  const periods = job.plan.length;
  const wealth = new Float64Array(periods * paths);
  const deepest = new Float64Array(periods * paths);
  const losses = new Int32Array(periods);
  const room = blockRoom(job.plan);
  const rows = new Int32Array(periods);
  for (let path = 0; path < paths; path++) {
    resampledRows(job.plan, path, room, rows);
    writePath(job, rows, { wealth, deepest, losses }, path, paths);
  }
  return { wealth, deepest, losses };
}

/** One path of wealth, never under 0, and of the deepest fall of what one unit without flows has become. */
export function writePath(
  { returns, start, flow }: PathJob,
  rows: Int32Array,
  { wealth, deepest, losses }: SimulatedPaths,
  at: number,
  step: number,
): void {
  let money = start;
  let paid = start;
  let growth = 1;
  let peak = 1;
  let lowest = 1;
  for (let period = 0, place = at; period < rows.length; period++, place += step) {
    const factor = 1 + returns[rows[period]!]!;
    growth *= factor;
    if (growth > peak) peak = growth;
    if (growth < lowest * peak) lowest = growth / peak;
    const grown = Math.max(0, money * factor);
    // What is not there cannot be taken out.
    const moved = Math.max(flow, -grown);
    money = grown + moved;
    paid += moved;
    if (money < paid - LEVEL * Math.abs(paid)) losses[period]!++;
    wealth[place] = money;
    deepest[place] = lowest - 1;
  }
}
