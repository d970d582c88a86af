import type { PanelStore } from '../../panel/index.js';
import type { BacktestOptions } from '../options.js';
import type { FusedName } from './moments.js';
import type { StrategySource } from './sweep-options.js';

/** A sweep in data that can cross to another thread or machine. */
export interface SweepJob {
  readonly store: PanelStore;
  readonly strategy: StrategySource;
  readonly metrics: readonly FusedName[];
  readonly options: BacktestOptions;
  readonly count: number;
  /** Values of every parameter, where all combinations are tried: then variants can be made anew from their numbers. */
  readonly grid: Readonly<Record<string, readonly unknown[]>> | undefined;
  /** The parameters of some variants. */
  variants(this: void, from: number, to: number): readonly object[];
}

/** Runs a sweep somewhere else. */
export interface SweepExecutor {
  /**
   * @param done takes the figures of a piece of work, one column per metric, in any order of pieces; may throw, which stops the rest.
   * @param signal stops the rest.
   */
  run(
    job: SweepJob,
    done: (from: number, columns: readonly Float64Array[]) => void,
    signal: AbortSignal | undefined,
  ): Promise<void>;
}

/** Runs the sweeps of a walk-forward somewhere else, and knows the strategies by which it does so. */
export interface WalkExecutor extends SweepExecutor {
  /** The function that makes strategies, from its module; undefined where the strategy is one of the library's own. */
  load(source: StrategySource): Promise<((params: object) => unknown) | undefined>;
}
