import type { BacktestOptions } from '../options.js';
import type { StrategyFor } from '../../strategy/index.js';
import type { SweepExecutor } from './sweep-executor.js';
import type { SweepGrid, SweepSample } from './parameter-space.js';
import type { FusedName } from './moments.js';
import type { SweepMetric } from './sweep-metrics.js';

/** Which variants of a sweep stay in memory; the others are counted and go into the quantiles only. */
export interface SweepKeep<Metric extends string = string> {
  /** How many. */
  readonly best: number;
  readonly by: Metric;
  /** Keeps the lowest instead of the highest. */
  readonly lowest?: boolean;
}

/** How a sweep is watched and stopped. */
export interface SweepWatch {
  /** Called from time to time with the variants done and all there are. */
  readonly progress?: (done: number, all: number) => void;
  /** Stops the sweep: it throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * A strategy that another thread can make: an export of a module, called with the parameters, or one of this library's own factories by its name, called with `options` and the
 * parameters together.
 */
export type StrategySource =
  | { readonly module: string | URL; readonly name: string }
  | { readonly builtIn: string; readonly options?: Readonly<Record<string, unknown>> };

/** Options of `sweep`. Give one of `grid`, `list` and `sample`. */
export interface SweepOptions<
  Params extends object,
  Metric extends string,
  Asset extends string = string,
  Field extends string = string,
  Indicator extends string = string,
> {
  readonly grid?: SweepGrid<Params>;
  readonly list?: readonly Params[];
  readonly sample?: SweepSample<Params>;
  /** Makes the strategy of a variant. */
  readonly strategy: ((params: Params) => StrategyFor<Asset, Field, Indicator>) | StrategySource;
  /** Figures of each variant: functions of a result by name, or a list of names of the common ones. */
  readonly metrics: Readonly<Record<Metric, SweepMetric>> | readonly (Metric & FusedName)[];
  /** Costs, cash, window and the rest, the same for all variants. */
  readonly backtest?: BacktestOptions<Asset>;
  readonly keep?: SweepKeep<NoInfer<Metric>>;
  readonly watch?: SweepWatch;
  /** Where it runs: `threads(n)` of 'backtilt/workers' or `cluster(connection)` of 'backtilt/cluster'. On this thread when absent. */
  readonly on?: SweepExecutor;
}
