import {
  assertKnownOptions,
  assertNumber,
  assertObject,
  assertOneOf,
  describeValue,
  InputError,
} from '../../core/index.js';
import { type Panel, storeOf } from '../../panel/index.js';
import { assertBacktestOptions, type BacktestOptions } from '../options.js';
import { backtest } from '../backtest.js';
import { Gather } from './gather.js';
import { type ParameterSpace, spaceOf } from './parameter-space.js';
import { chunkOf, runChunk } from './run-chunk.js';
import { Setups } from './setup.js';
import { readSource } from './strategy-source.js';
import { diagnosticsOf, noPathsYet, type PathCounts } from './sweep-diagnostics.js';
import type { SweepExecutor, SweepJob } from './sweep-executor.js';
import { readMetrics, type ReadMetric } from './sweep-metrics.js';
import type { SweepOptions, SweepWatch } from './sweep-options.js';
import { makeSweepResult, type SweepResult } from './sweep-result.js';

const OPTIONS = ['grid', 'list', 'sample', 'strategy', 'metrics', 'backtest', 'keep', 'watch', 'on'] as const;

/**
 * Runs every variant of a strategy over the same history and gives their figures in columns, with the number of variants that were tried.
 *
 * Each variant is the backtest of the strategy that `strategy` makes of its parameters. Variants with fixed weights are run together, several in one pass;
 * figures such as `cagr`, `volatility`, `sharpeRatio` and `maxDrawdown` are worked out on the way, and agree with those of `backtest` to 1e-12. Any other function of a
 * result can be a metric; then each variant is a whole backtest. No figure depends on how the work was divided; variants in another order have the same figures
 * up to the last digits (1e-13), because neighbours share their arithmetic.
 *
 * The best of many variants is the luckiest as well as the best: `trials` says how many there were, and `deflatedSharpeRatio` what is left of it.
 *
 * @param options one of `grid` (all combinations), `list` and `sample` (drawn by chance, seeded); `strategy`; `metrics`; and `backtest`, `keep`, `watch`, `on`.
 * @returns a frozen table in columns; a promise of it where `on` names threads or a cluster.
 * @throws InputError of a variant's strategy or backtest, with its number and parameters (`details.variant`, `details.params`); `option.*` for bad options;
 *   the reason of `watch.signal` when it stops.
 * @see Bailey, D. H. and López de Prado, M. (2014), "The Deflated Sharpe Ratio", Journal of Portfolio Management 40(5): why trials are counted.
 * @example
 * const tilts = sweep(usFunds(), {
 *   grid: { weight: [0, 0.15, 0.3], month: [6, 12] },
 *   strategy: ({ weight, month }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight, schedule: annually({ month }) }),
 *   metrics: { cagr, maxDrawdown },
 * });
 * console.log(tilts.trials, tilts.best('maxDrawdown')?.params); // 6 { weight: 0, month: 6 }
 */
export function sweep<
  Params extends object,
  Metric extends string,
  Asset extends string,
  Field extends string,
  Indicator extends string,
>(
  panel: Panel<Asset, Field, Indicator>,
  options: SweepOptions<Params, Metric, NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>> & {
    readonly on: SweepExecutor;
  },
): Promise<SweepResult<Params, Metric>>;
export function sweep<
  Params extends object,
  Metric extends string,
  Asset extends string,
  Field extends string,
  Indicator extends string,
>(
  panel: Panel<Asset, Field, Indicator>,
  options: SweepOptions<Params, Metric, NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>>,
): SweepResult<Params, Metric>;
export function sweep(panel: unknown, options: SweepOptions<object, string>): SweepResult | Promise<SweepResult> {
  const where = 'sweep';
  const store = storeOf(panel, where);
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, OPTIONS);
  const space = spaceOf(options, where);
  const metrics = readMetrics(options.metrics, where);
  const given = options.backtest ?? {};
  assertBacktestOptions(given);
  const keys = metrics.map(({ key }) => key);
  const gather = new Gather(keys, space.count, readKeep(options.keep, keys, where));
  const { strategyOf, source } = readSource(options.strategy, where);
  const paths = noPathsYet();
  const finish = (): SweepResult =>
    makeSweepResult({
      space,
      keys,
      ...gather.finish(),
      diagnostics: diagnosticsOf(paths),
      title: `Sweep over ${space.names.join(' and ')}`,
      run: (params) => backtest(panel as Panel, strategyOf(params) as never, given),
    });
  const watch = watchOf(options.watch, where);
  if (options.on === undefined) {
    sweepHere(space, metrics, strategyOf, given, new Setups(store, given), gather, watch, paths);
    return finish();
  }
  assertExecutor(options.on, where);
  const fused = metrics.map(({ key, fused }) => {
    if (fused !== undefined) return fused;
    throw crossing(where, `the metric "${key}" is a function`, 'Give one of the figures by name, or leave "on" out.');
  });
  if (source === undefined) {
    throw crossing(
      where,
      '"strategy" is a function',
      'Give { module, name } of a module that exports it, or { builtIn: \'smallCapTilt\', options }, or leave "on" out.',
    );
  }
  const job: SweepJob = {
    store,
    strategy: source,
    metrics: fused,
    options: given,
    count: space.count,
    grid: options.grid as SweepJob['grid'],
    variants: (from: number, to: number) =>
      Array.from({ length: to - from }, (_, place) => space.variant(from + place)),
  };
  let done = 0;
  const take = (from: number, columns: readonly Float64Array[]): void => {
    gather.add(from, columns);
    done += columns[0]!.length;
    paths.elsewhere = done;
    watch.progress?.(done, space.count);
  };
  return Promise.resolve(options.on.run(job, take, watch.signal)).then(() => {
    if (done === space.count) return finish();
    // The figures of variants that never came would be zeros.
    throw new InputError(
      'thread.failed',
      `${where}: "on" ended after ${done} of ${space.count} variants. Leave it out, or use threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster'.`,
      { where, done, count: space.count },
    );
  });
}

function sweepHere(
  space: ParameterSpace,
  metrics: readonly ReadMetric[],
  strategyOf: (params: object) => unknown,
  options: BacktestOptions,
  setups: Setups,
  gather: Gather,
  { progress, signal }: SweepWatch,
  paths: PathCounts,
): void {
  const step = (index: number): void => {
    signal?.throwIfAborted();
    if (index % TOLD_EVERY === 0 && index > 0) progress?.(index, space.count);
  };
  const input = { space, strategyOf, metrics, options, setups, step, paths };
  const chunk = chunkOf(input);
  for (let from = 0; from < space.count; from += chunk) {
    const to = Math.min(from + chunk, space.count);
    const columns = metrics.map(() => new Float64Array(to - from));
    runChunk(input, from, to, columns);
    gather.add(from, columns);
  }
  progress?.(space.count, space.count);
}

/** Variants between two reports of progress. */
const TOLD_EVERY = 64;

function assertExecutor(on: unknown, where: string): void {
  if (typeof (on as Partial<SweepExecutor> | null)?.run === 'function') return;
  throw new InputError(
    'option.type',
    `${where}: "on" is ${describeValue(on)}; it must be threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster', or be left out.`,
    { found: describeValue(on) },
  );
}

function crossing(where: string, what: string, way: string): InputError {
  return new InputError(
    'option.type',
    `${where}: ${what}, and functions do not cross to other threads or machines. ${way}`,
  );
}

function readKeep(keep: SweepOptions<object, string>['keep'], keys: readonly string[], where: string): typeof keep {
  if (keep === undefined) return undefined;
  const place = `${where}, keep`;
  assertObject(place, 'the options', keep);
  assertKnownOptions(place, keep, ['best', 'by', 'lowest']);
  assertNumber(place, 'best', keep.best, { min: 1, max: 1_000_000, integer: true });
  assertOneOf(place, 'by', keep.by, keys);
  if (keep.lowest !== undefined && typeof (keep.lowest as unknown) !== 'boolean') {
    throw new InputError(
      'option.type',
      `${place}: "lowest" is ${describeValue(keep.lowest)}; it must be true or false.`,
    );
  }
  return keep;
}

const isSignal = (value: unknown): boolean => value !== null && typeof value === 'object' && 'throwIfAborted' in value;

function watchOf(watch: SweepWatch | undefined, where: string): SweepWatch {
  if (watch === undefined) return {};
  const place = `${where}, watch`;
  const given: unknown = watch;
  assertObject(place, 'the options', given);
  assertKnownOptions(place, given, ['progress', 'signal']);
  const { progress, signal } = given;
  if (progress !== undefined && typeof progress !== 'function') {
    throw new InputError(
      'option.type',
      `${place}: "progress" is ${describeValue(progress)}; it must be a function (done, all) => void.`,
    );
  }
  if (signal !== undefined && !isSignal(signal)) {
    throw new InputError(
      'option.type',
      `${place}: "signal" is ${describeValue(signal)}; it must be the signal of an AbortController.`,
    );
  }
  return watch;
}
