import { lazily } from '../../core/index.js';
import { type ReturnSeries, makeReturnSeries, plainMeta } from '../../panel/index.js';
import { cagr, mean, yearsOf } from '../../stats/index.js';
import { type Calendar, sliceCalendar } from '../../time/index.js';
import type { BlockPlan } from '../resampling/block-plan.js';
import type { JointRows } from './joint-rows.js';
import { type KnownFigure, knownFigure } from './known-figures.js';
import { type KnownJob, knownValues, makerOf } from './known-values.js';
import { knownWithout } from './known-without.js';
import { plainValues } from './plain-values.js';
import { plainWithout } from './plain-without.js';
import type { AnyStatistic } from './sampler.js';

/** One statistic over all replications, and over the data without one block after the other. */
export interface Replicated {
  readonly values: Float64Array;
  readonly without: Float64Array;
}

/** Replications in two parts: those that tables of blocks give, wherever they are worked out, and all others. */
export interface Replications {
  /** The statistics that are known by block tables; undefined where none is. */
  readonly job: KnownJob | undefined;
  /** The statistics of the job, worked out here, one column each. */
  known(this: void): Float64Array[];
  /** All statistics in the order given, once those of the job are there. */
  finish(this: void, known: readonly Float64Array[]): Replicated[];
}

/**
 * Prepares statistics to be replicated: those that are known by block tables, all others row by row, from the same rows.
 *
 * @param without how many rows a block that is left out has.
 */
export function prepareReplications(
  plan: BlockPlan,
  joint: JointRows,
  statistics: readonly AnyStatistic[],
  replications: number,
  without: number,
): Replications {
  // A loss of more than everything turns wealth negative, which tables cannot hold.
  const tabled = joint.series.values.every((value) => value >= -1);
  const figures = statistics.map((statistic) => (tabled ? knownFigure(statistic) : undefined));
  const known = figures.filter((figure) => figure !== undefined);
  const plain = statistics.filter((_, index) => figures[index] === undefined);
  const job = known.length > 0 ? knownJob(plan, joint.series, known) : undefined;
  const made = lazily({}, { maker: () => makerOf(job!) });
  return {
    job,
    known: () => (job === undefined ? [] : knownValues(job, made.maker, 0, replications)),
    finish(byTables) {
      const years = yearsFor(sliceCalendar(joint.series.calendar, 0, joint.series.values.length - without));
      const withoutByTables = job === undefined ? [] : knownWithout(job, made.maker, without, years);
      const byRows = plainValues(plan, joint, plain, 0, replications);
      const withoutByRows = plainWithout(joint, plain, without);
      let [tables, rows] = [0, 0];
      return figures.map((figure) =>
        figure === undefined
          ? { values: byRows[rows]!, without: withoutByRows[rows++]! }
          : { values: byTables[tables]!, without: withoutByTables[tables++]! },
      );
    },
  };
}

function knownJob(
  plan: BlockPlan,
  { values, calendar, meta }: ReturnSeries,
  figures: readonly KnownFigure[],
): KnownJob {
  const returns = values.slice();
  const { periodsPerYear } = calendar;
  return { plan, returns, centre: mean(returns), figures, periodsPerYear, years: yearsFor(calendar, meta) };
}

/** The length of a calendar in years; NaN where it is under one, and nothing is annualised. */
function yearsFor(calendar: Calendar, meta = plainMeta): number {
  const nothing = makeReturnSeries('', calendar, new Float64Array(calendar.length), meta);
  return Number.isNaN(cagr(nothing)) ? NaN : yearsOf(nothing);
}
