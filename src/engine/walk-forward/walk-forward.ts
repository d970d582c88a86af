import {
  assertKnownOptions,
  assertObject,
  describeValue,
  InputError,
  type ReadonlyFloat64Array,
} from '../../core/index.js';
import { type Panel, type ReturnSeries, type ReturnSeriesJson, storeOf } from '../../panel/index.js';
import type { StrategyFor } from '../../strategy/index.js';
import type { Displayed, Table } from '../../table/index.js';
import type { IsoDate } from '../../time/index.js';
import type { OddValue } from '../odd-values.js';
import { assertBacktestOptions, type BacktestOptions } from '../options.js';
import { spaceOf } from '../sweep/parameter-space.js';
import type { SweepGrid, SweepSample } from '../sweep/parameter-space.js';
import { readSource, type ReadSource } from '../sweep/strategy-source.js';
import type { WalkExecutor } from '../sweep/sweep-executor.js';
import { readMetrics, type SweepMetric } from '../sweep/sweep-metrics.js';
import type { StrategySource } from '../sweep/sweep-options.js';
import { assertFlag, type WalkWindows } from './folds.js';
import type { FoldFigures, WalkStability } from './stability.js';
import { walkHere, walkOn } from './walk.js';

/** Options of {@link walkForward}. Give one of `grid`, `list` and `sample`. */
export interface WalkForwardOptions<
  Params extends object,
  Asset extends string = string,
  Field extends string = string,
  Indicator extends string = string,
> {
  readonly grid?: SweepGrid<Params>;
  readonly list?: readonly Params[];
  readonly sample?: SweepSample<Params>;
  /** Makes the strategy of a variant; on threads the name of a built-in one, or a module and the name of its export. */
  readonly strategy: ((params: Params) => StrategyFor<Asset, Field, Indicator>) | StrategySource;
  /** By what the best variant of a training window is chosen: the highest wins. */
  readonly by: SweepMetric;
  /** Whether the lowest wins instead. */
  readonly lowest?: boolean;
  readonly windows: WalkWindows;
  /** Costs, cash and the rest. Its `window` bounds the whole history. */
  readonly backtest?: BacktestOptions<Asset>;
  /** Where the variants run: `threads(n)` of 'backtilt/workers' or `cluster(connection)` of 'backtilt/cluster'; then the result is a promise. On this thread when absent. */
  readonly on?: WalkExecutor | undefined;
}

/** One training window, the variant that won it, and how that variant did afterwards. */
export interface WalkFold<Params extends object = object> extends FoldFigures {
  readonly train: { readonly from: IsoDate; readonly to: IsoDate };
  readonly test: { readonly from: IsoDate; readonly to: IsoDate };
  readonly params: Readonly<Params>;
}

/** What a walk forward gives: the returns out of sample as a series of their own, and the folds. Prints itself. */
export interface WalkForward<Params extends object = object> extends ReturnSeries, Displayed {
  /** Net returns of the test windows, end to end: what choosing anew each time would have earned. */
  readonly values: ReadonlyFloat64Array;
  readonly folds: readonly WalkFold<Params>[];
  /** How many variants were tried in each fold. */
  readonly trials: number;
  readonly stability: WalkStability;
  readonly notes: readonly string[];
  readonly table: Table;
  /** Returns and folds as plain JSON; NaN is null. `walkForwardFromJson` of 'backtilt/io' reads it. */
  toJSON(this: void): WalkForwardJson;
}

/** A walk forward as plain JSON. */
export interface WalkForwardJson
  extends ReturnSeriesJson, Pick<WalkForward, 'folds' | 'trials' | 'stability' | 'notes'> {
  readonly form: 'backtilt walk-forward 1';
  /** What the variants were chosen by. */
  readonly metric: string;
  /** What JSON cannot say among the figures and the parameters of the folds (infinities, −0), by fold. */
  readonly odd: { readonly params: readonly OddValue[]; readonly figures: readonly OddValue[] };
}

const OPTIONS = ['grid', 'list', 'sample', 'strategy', 'by', 'lowest', 'windows', 'backtest', 'on'] as const;

/**
 * Chooses the best variant on one stretch of history and holds it over the next, again and again: what a parameter that looks best would have earned
 * somebody who had to choose it beforehand.
 *
 * In each fold every variant runs over the training window, the one with the best figure is chosen (of equals the first), and it runs over the test window, which begins
 * after the training, `purge` and `embargo`. Each window is a backtest of its own: it buys at its start and pays for it, so changing the
 * variant costs a whole purchase, and an `executionLag` is waited for in cash each time. Lengths are rows of the panel. All windows begin late enough for the longest lookback, so that variants are compared over the same days.
 *
 * A test in which everything is lost is the last. Whole test windows only: what is left over is left out, and said.
 *
 * *Undefined:* figures that are undefined over a window are NaN and win nothing; CAGR is NaN under a year. Ranks are NaN where the figure of the chosen variant is.
 *
 * @returns a frozen `ReturnSeries` of the returns out of sample with its folds; a promise of it where `on` names threads or a cluster.
 * @throws InputError `option.*`; `option.range` where no fold fits or every figure of a fold is undefined; what `backtest` refuses, with the variant.
 * @see Pardo, R. (2008), The Evaluation and Optimization of Trading Strategies, 2nd ed., ch. 11 (walk-forward analysis); López de Prado, M. (2018), Advances in
 *   Financial Machine Learning, ch. 7.4 (purging and embargo).
 * @example
 * const walked = walkForward(usFunds(), {
 *   grid: { weight: [0, 0.5, 1] },
 *   strategy: ({ weight }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight }),
 *   by: sharpeRatio,
 *   windows: { train: 60, test: 12 },
 * });
 * console.log(walked.folds.length, walked.folds[0].params); // 21 { weight: 1 }
 */
export function walkForward<
  Params extends object,
  Asset extends string,
  Field extends string,
  Indicator extends string,
>(
  panel: Panel<Asset, Field, Indicator>,
  options: WalkForwardOptions<Params, NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>> & {
    readonly on: WalkExecutor;
  },
): Promise<WalkForward<Params>>;
export function walkForward<
  Params extends object,
  Asset extends string,
  Field extends string,
  Indicator extends string,
>(
  panel: Panel<Asset, Field, Indicator>,
  options: WalkForwardOptions<Params, NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>> & { readonly on?: undefined },
): WalkForward<Params>;
export function walkForward(panel: unknown, options: WalkForwardOptions<object>): WalkForward | Promise<WalkForward> {
  const where = 'walkForward';
  const store = storeOf(panel, where);
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, OPTIONS);
  const { grid, list, sample, by, lowest = false, windows, on } = options;
  const space = spaceOf({ grid, list, sample }, where);
  const { strategyOf, source } = readStrategy(options.strategy, where);
  const [metric] = readMetrics({ by }, where);
  assertFlag(where, 'lowest', lowest);
  const given = options.backtest ?? {};
  assertBacktestOptions(given);
  const variants = Array.from({ length: space.count }, (_, index) => space.variant(index));
  const walk = { panel: panel as Panel, store, space, variants, by, lowest, windows, given, where };
  if (on === undefined) return walkHere({ ...walk, strategyOf });
  assertExecutor(on, where);
  if (metric!.fused === undefined) throw crossing(where, '"by"', 'Give one of the figures by name');
  if (source === undefined)
    throw crossing(where, '"strategy"', "Give { module, name } or { builtIn: 'smallCapTilt', options }");
  return walkOn({ ...walk, strategyOf }, source, on);
}

/** The function that makes strategies, whose failures are told as what they are, and what other threads need to make it. */
function readStrategy(strategy: unknown, where: string): ReadSource {
  if (typeof strategy === 'function' || (typeof strategy === 'object' && strategy !== null))
    return readSource(strategy, where);
  throw new InputError(
    'option.type',
    `${where}: "strategy" is ${describeValue(strategy)}; it must be a function that makes a strategy of parameters, such as ({ weight }) => smallCapTilt({ …, weight }).`,
    { where, found: describeValue(strategy) },
  );
}

const crossing = (where: string, what: string, way: string): InputError =>
  new InputError(
    'option.type',
    `${where}: ${what} is a function, and functions do not cross to other threads or machines. ${way}, or leave "on" out.`,
    { where },
  );

function assertExecutor(on: unknown, where: string): void {
  const { run, load } = Object(on) as Partial<WalkExecutor>;
  if (typeof run === 'function' && typeof load === 'function') return;
  throw new InputError(
    'option.type',
    `${where}: "on" is ${describeValue(on)}; it must be threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster', or be left out.`,
    { where, found: describeValue(on) },
  );
}
