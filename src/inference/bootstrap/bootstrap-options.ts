import { assertKnownOptions, assertNumber, assertObject, describeValue, InputError } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { assertLevel } from '../assert-level.js';
import type { BlockMethod } from '../resampling/block-method.js';
import type { BootstrapExecutor } from './bootstrap-executor.js';
import { knownFigure, knownNames } from './known-figures.js';
import type { AnyStatistic } from './sampler.js';

/** Options of {@link bootstrap}. */
export interface BootstrapOptions<Other extends string = string> {
  /** Series that are drawn by the same row numbers, by the names under which the statistics get them: a benchmark, cash. */
  readonly others?: Readonly<Record<Other, ReturnSeries>> | undefined;
  /** 'stationary' when absent. */
  readonly method?: BlockMethod | undefined;
  /** Mean block length in rows (stationary), or the length of every block (circular, moving; a whole number); chosen by `optimalBlockLength` when absent. */
  readonly blockLength?: number | undefined;
  /** 10,000 when absent, 100 at least. */
  readonly replications?: number | undefined;
  /** 1 when absent. */
  readonly seed?: number | undefined;
  /** The share of the replications that lies inside the intervals; 0.95 when absent. */
  readonly level?: number | undefined;
  /** Where the replications are worked out: `threads(n)` of 'backtilt/workers' or `cluster(connection)` of 'backtilt/cluster'. On this thread when absent. */
  readonly on?: BootstrapExecutor | undefined;
}

/** The options, with the defaults in place. */
export interface CheckedBootstrapOptions {
  readonly others: Readonly<Record<string, ReturnSeries>>;
  readonly method: BlockMethod;
  readonly blockLength: number | undefined;
  readonly replications: number;
  readonly seed: number;
  readonly level: number;
  readonly on: BootstrapExecutor | undefined;
}

/** The checked options; method, block length, seed and `on` are checked once the rows are known. */
export function checkedBootstrapOptions(where: string, options: BootstrapOptions): CheckedBootstrapOptions {
  const given: unknown = options;
  assertKnownOptions(where, given, ['others', 'method', 'blockLength', 'replications', 'seed', 'level', 'on']);
  const {
    others = {},
    method = 'stationary',
    blockLength,
    replications = 10_000,
    seed = 1,
    level = 0.95,
    on,
  } = options;
  assertObject(where, '"others"', others);
  assertNumber(where, 'replications', replications, { min: 100, max: 10_000_000, integer: true });
  assertLevel(where, level);
  return { others, method, blockLength, replications, seed, level, on };
}

/** Refuses what is no record of functions. */
export function assertStatistics(
  where: string,
  statistics: unknown,
): asserts statistics is Readonly<Record<string, AnyStatistic>> {
  assertObject(where, 'the statistics', statistics);
  const wrong = Object.entries(statistics).find(([, statistic]) => typeof statistic !== 'function');
  if (wrong === undefined && Object.keys(statistics).length > 0) return;
  const found = wrong === undefined ? 'there is no statistic' : `statistic "${wrong[0]}" is ${describeValue(wrong[1])}`;
  throw new InputError(
    'option.type',
    `${where}: ${found}; give functions of a return series by name, such as { cagr, sharpeRatio }.`,
    { where, found },
  );
}

/** Refuses statistics that no other thread can work out: functions do not cross. */
export function assertCross(where: string, statistics: Readonly<Record<string, AnyStatistic>>): void {
  const wrong = Object.entries(statistics).find(([, statistic]) => knownFigure(statistic) === undefined);
  if (wrong === undefined) return;
  throw new InputError(
    'option.type',
    `${where}: the statistic "${wrong[0]}" is a function of yours, and functions do not cross to other threads or machines. Give ${knownNames.join(', ')} as they are, or leave "on" out.`,
    { where, statistic: wrong[0], known: knownNames },
  );
}
