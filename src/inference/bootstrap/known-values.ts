import type { BlockPlan } from '../resampling/block-plan.js';
import { blockRoom, drawBlocks } from '../resampling/draw-blocks.js';
import { figureOf, type KnownFigure, type PathFigures } from './known-figures.js';
import { type PathMaker, pathMaker, writeFigures } from './path-figures.js';
import { pathTables } from './path-tables.js';

/** Replications of known statistics, as plain numbers: a worker needs nothing else. */
export interface KnownJob {
  readonly plan: BlockPlan;
  readonly returns: Float64Array;
  /** The mean of the returns. */
  readonly centre: number;
  readonly figures: readonly KnownFigure[];
  readonly periodsPerYear: number;
  /** Length of a replication in years; NaN where nothing may be annualised. */
  readonly years: number;
}

/** The tables of a job; made once, for all its ranges. */
export const makerOf = ({ returns, plan, centre }: KnownJob): PathMaker =>
  pathMaker(returns, pathTables(returns, plan.longest, centre));

/**
 * The known statistics of replications `from` to `to` (exclusive), one array for each. What replication k gives does not depend on the
 * range, so parts laid end to end are the whole.
 */
export function knownValues(job: KnownJob, maker: PathMaker, from: number, to: number): Float64Array[] {
  const { plan, figures, periodsPerYear, years } = job;
  const room = blockRoom(plan);
  const found: PathFigures = { wealth: 1, deepest: 1, mean: 0, deviation: 0 };
  const values = figures.map(() => new Float64Array(to - from));
  for (let replication = from; replication < to; replication++) {
    const count = drawBlocks(plan, replication, room);
    writeFigures(maker, room.starts, room.lengths, count, plan.length, found);
    for (let index = 0; index < figures.length; index++) {
      values[index]![replication - from] = figureOf(figures[index]!, found, periodsPerYear, years);
    }
  }
  return values;
}

/** What works out pieces of a job, on whatever thread: the known statistics of replications `from` to `to` (exclusive), in arrays of their own. */
export function makeReplicator(job: KnownJob): (from: number, to: number) => Float64Array[] {
  const maker = makerOf(job);
  return (from, to) => knownValues(job, maker, from, to);
}
