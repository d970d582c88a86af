import { assertNumber, type ReadonlyFloat64Array } from '../../core/index.js';
import { describeSpan, type ReturnSeries } from '../../panel/index.js';
import { chooseBlockLength } from '../bootstrap/block-choice.js';
import { blockAssumptions, type BlocksDrawn, blockWarnings } from '../bootstrap/block-words.js';
import { jointRows } from '../bootstrap/joint-rows.js';
import { assertBlockOptions, assertTwoBlocks } from '../resampling/block-options.js';
import { blockPlan } from '../resampling/block-plan.js';
import { blockRoom } from '../resampling/draw-blocks.js';
import { independentBlocks } from '../resampling/independent-blocks.js';
import { resampledRows } from '../resampling/resampled-rows.js';
import { type Tabled, withTable } from '../with-table.js';
import { type Fan, fanOf, shareOfNothing } from './fan.js';
import { checkedSimulateOptions, type SimulateOptions } from './simulate-options.js';
import { type PathJob, simulatedPaths, writePath } from './simulated-paths.js';
import { simulationTable } from './simulation-table.js';

/** One simulated path; entry 0 is the start. */
export interface SimulatedPath {
  readonly wealth: ReadonlyFloat64Array;
  /** Deepest fall so far, ≤ 0, of one unit without flows. */
  readonly maxDrawdown: ReadonlyFloat64Array;
}

/** Where wealth may go. Entry 0 of every list is the start, entry t the end of period t. Prints itself; JSON has the fans, not the paths. */
export interface Simulation extends BlocksDrawn, Tabled {
  readonly name: string;
  /** First and last period that is drawn from. */
  readonly window: string;
  /** Rows that are drawn from. */
  readonly n: number;
  /** n / blockLength, rounded down, 1 at least. */
  readonly independent: number;
  readonly periods: number;
  readonly paths: number;
  readonly start: number;
  readonly flow: number;
  /** Quantiles of wealth over the paths. */
  readonly wealth: Fan;
  /** Quantiles of the deepest fall so far, without flows. */
  readonly maxDrawdown: Fan;
  /**
   * Share of paths that gave back less than was paid in: wealth and what was taken out together are less. With withdrawals a path on which nothing is left is none of
   * them once the stake was taken out of it: read `chanceOfRuin` first.
   */
  readonly chanceOfLoss: readonly number[];
  /** Share of paths with nothing left. */
  readonly chanceOfRuin: readonly number[];
  readonly assumptions: readonly string[];
  /** Path k, as it was drawn. */
  path(this: void, k: number): SimulatedPath;
  /** Wealth after the last period, path by path. */
  finalWealths(this: void): ReadonlyFloat64Array;
  /** Deepest fall over all periods, path by path. */
  maxDrawdowns(this: void): ReadonlyFloat64Array;
}

/**
 * Where wealth may go: paths of future periods made of blocks of past ones.
 *
 * Wₜ = max(0, Wₜ₋₁(1 + rₜ) + flow), with rows drawn as in `bootstrap`; the flow comes at the end of each period, and in the money of the start: a sum that keeps its
 * buying power needs `realReturns`. Without `blockLength` the rule of Politis and White chooses, which looks at the mean alone: where drawdowns and clusters of volatility matter give a longer
 * one (a year of months). The fans are pointwise: no single path runs along a quantile. Drawdowns are those of one unit without flows.
 *
 * @throws InputError `series.invalid`, `panel.empty-window`, `returns.hole`, `option.type`, `option.range`, `option.unknown`.
 * @see Politis, D. N. and Romano, J. P. (1994), "The Stationary Bootstrap", Journal of the American Statistical Association 89(428), 1303–1313.
 * @example
 * const ahead = simulate(usFunds().returns('IWM'), { periods: 120, paths: 1000, blockLength: 12 });
 * console.log(ahead.wealth.p50[120]!.toFixed(1), ahead.chanceOfLoss[120], ahead.maxDrawdown.p50[120]!.toFixed(2)); // 2.3 0.076 -0.34
 */
export function simulate(series: ReturnSeries, options: SimulateOptions): Simulation {
  const where = 'simulate';
  const { periods, paths, start, flow, method, seed } = checkedSimulateOptions(where, options);
  const { series: life } = jointRows(where, series, {});
  const rows = life.values.length;
  const choice = chooseBlockLength(options.blockLength, method, [life]);
  const { blockLength } = choice;
  assertBlockOptions(where, rows, { method, blockLength, seed });
  assertTwoBlocks(where, rows, { method, blockLength });
  const plan = blockPlan({ rows, length: periods, blockLength, method, seed });
  const job: PathJob = { plan, returns: life.values.slice(), start, flow };
  const { wealth, deepest, losses } = simulatedPaths(job, paths);
  const last = (values: Float64Array): Float64Array => values.slice((periods - 1) * paths);
  const drawn = {
    name: life.name,
    window: describeSpan(life.calendar),
    n: rows,
    independent: independentBlocks(rows, blockLength),
    ...choice,
    method,
    periods,
    paths,
    seed,
    start,
    flow,
  };
  const figures = {
    ...drawn,
    wealth: fanOf(wealth, paths, start),
    maxDrawdown: fanOf(deepest, paths, 0),
    chanceOfLoss: [0, ...Array.from(losses, (count) => count / paths)],
    chanceOfRuin: shareOfNothing(wealth, paths),
    assumptions: [
      ...blockAssumptions(`${paths} paths`, drawn),
      'The future is drawn from the past: its mean return is that of these rows, whatever prices are today.',
      ...(flow === 0 ? [] : [`${flow > 0 ? 'Paid in' : 'Taken out'} at the end of every period: ${Math.abs(flow)}.`]),
      ...(flow < 0 ? ['Paid in was the start; got back is what was taken out and what is left.'] : []),
    ],
  };
  const warnings = [
    ...blockWarnings(drawn, life.meta.usesHindsight === true),
    ...(periods > rows
      ? [`Warning: ${periods} periods ahead from ${rows} behind: every path repeats some of them.`]
      : []),
  ];
  const finalWealth = last(wealth);
  const maxDrawdowns = last(deepest);
  return withTable(figures, simulationTable(figures, warnings), {
    path: (k: number): SimulatedPath => onePath(where, job, paths, k),
    finalWealths: (): ReadonlyFloat64Array => finalWealth.slice(),
    maxDrawdowns: (): ReadonlyFloat64Array => maxDrawdowns.slice(),
  });
}

function onePath(where: string, job: PathJob, paths: number, k: number): SimulatedPath {
  assertNumber(where, 'k', k, { min: 0, max: paths - 1, integer: true });
  const { length } = job.plan;
  const rows = resampledRows(job.plan, k, blockRoom(job.plan), new Int32Array(length));
  const wealth = new Float64Array(length + 1);
  const maxDrawdown = new Float64Array(length + 1);
  wealth[0] = job.start;
  writePath(job, rows, { wealth, deepest: maxDrawdown, losses: new Int32Array(length) }, 1, 1);
  return Object.freeze({ wealth, maxDrawdown });
}
