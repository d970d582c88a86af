import { describeValue, InputError, isInputError } from '../../core/index.js';
import { makeReturnSeries } from '../../panel/index.js';
import { assertStrategy, type Strategy, targetOf } from '../../strategy/index.js';
import { finishRun } from '../finish-run.js';
import type { ViewSource } from '../decision-view.js';
import { leanFixed } from '../lean-fixed.js';
import { leanWalk } from '../lean-walk.js';
import { readWish } from '../read-target.js';
import type { RunInput } from '../run.js';
import { run } from '../run.js';
import { pathsOf } from '../universe-run.js';
import { universeWalk } from '../universe-walk.js';
import { sharesProceeds, UniverseWealth } from '../universe-wealth.js';
import type { BacktestOptions } from '../options.js';
import { FixedGroup } from './fixed-group.js';
import { areSound, fromMoments, MOMENTS, momentsOf } from './moments.js';
import { type ParameterSpace } from './parameter-space.js';
import type { Setup, Setups } from './setup.js';
import type { PathCounts } from './sweep-diagnostics.js';
import { figureOf, type ReadMetric } from './sweep-metrics.js';
import { wordsFor } from './words-for.js';

/** Variants that are looked at together: many where their weights never change, since one pass runs them all. */
const CHUNK = 512;

/** Others take as long one by one: few, so that threads share them evenly. */
export const SMALLEST_PIECE = 16;

/** Wider portfolios share no growth: rows × assets would not fit into the cache. */
const WIDEST_SHARED = 64;

/** What every chunk of a sweep needs. */
export interface ChunkInput {
  readonly space: ParameterSpace;
  readonly strategyOf: (params: object) => unknown;
  readonly metrics: readonly ReadMetric[];
  readonly options: BacktestOptions;
  readonly setups: Setups;
  /** Called before every variant: may throw to stop. */
  readonly step: (index: number) => void;
  /** Which way variants went, counted. */
  readonly paths: PathCounts;
}

/** How many variants are looked at together: a matter of the first variant alone, so that no result depends on how the work was divided. */
export function chunkOf(input: ChunkInput): number {
  if (!input.metrics.every((metric) => metric.fused !== undefined)) return SMALLEST_PIECE;
  try {
    const strategy = strategyFor(input, input.space.variant(0));
    const { lean, input: prepared } = input.setups.of(strategy);
    const fixed = lean && targetOf(strategy) !== undefined && prepared.plan.assets.length < WIDEST_SHARED;
    return fixed ? CHUNK : SMALLEST_PIECE;
  } catch {
    // The run comes upon the same error, and says which variant it is about.
    return SMALLEST_PIECE;
  }
}

/** Runs the variants `from` to `to` − 1 and writes their figures, one column per metric. */
export function runChunk(input: ChunkInput, from: number, to: number, columns: readonly Float64Array[]): void {
  const { space, setups, metrics, step } = input;
  const fused = metrics.every((metric) => metric.fused !== undefined);
  // By what a setup is for: setups themselves are made anew now and then.
  const groups = new Map<string, FixedGroup>();
  const abreast: Abreast[] = [];
  for (let index = from; index < to; index++) {
    step(index);
    const params = space.variant(index);
    try {
      const strategy = strategyFor(input, params);
      const setup = setups.of(strategy);
      const target = targetOf(strategy);
      if (!fused || !setup.lean) {
        evaluate(input, { ...setup.input, strategy }, index - from, columns);
        input.paths.alone++;
      } else if (target !== undefined && setup.input.plan.assets.length < WIDEST_SHARED) {
        let group = groups.get(setup.key);
        if (group === undefined) groups.set(setup.key, (group = new FixedGroup(setup, to - from)));
        const { plan, rules } = setup.input;
        readWish(target, { ...setup.source, strategy }, plan.start, rules, group.weights, group.next);
        group.add(index);
      } else {
        const own: RunInput = { ...setup.input, strategy };
        const source = { ...setup.source, strategy };
        if (strategy.assets === 'all' && sharesProceeds(own)) {
          abreast.push({ index, setup, params, run: new UniverseWealth(own, source) });
          continue;
        }
        writePath(input, setup, netOf(own, source), index - from, columns);
        input.paths.alone++;
      }
    } catch (error) {
      // A variant before this one may fail as well, on its way: then it is the one to tell of.
      runAbreast(abreast);
      throw named(error, index, params);
    }
  }
  for (const group of groups.values()) runGroup(input, group, from, columns);
  runAbreast(abreast);
  for (const { index, setup, run } of abreast) writePath(input, setup, run.net(), index - from, columns);
  input.paths.alone += abreast.length;
}

/** A variant that goes through history beside others. */
interface Abreast {
  readonly index: number;
  readonly setup: Setup;
  readonly params: object;
  readonly run: UniverseWealth;
}

/** Takes variants from decision to decision side by side: each reads what the one before has brought into the cache. Of those that fail, the first is told. */
function runAbreast(variants: readonly Abreast[]): void {
  let failed: { readonly error: unknown } | undefined;
  let count = variants.length;
  for (let turn = 0, going = true; going; turn++) {
    going = false;
    for (let place = 0; place < count; place++) {
      const { index, params, run } = variants[place]!;
      try {
        if (run.step(turn)) going = true;
      } catch (error) {
        failed = { error: named(error, index, params) };
        count = place;
      }
    }
  }
  if (failed !== undefined) throw failed.error;
}

function strategyFor({ strategyOf: make }: ChunkInput, params: object): Strategy {
  const strategy = make(params);
  assertStrategy(strategy, 'sweep');
  return strategy;
}

/** Net returns of a lean run. */
function netOf(own: RunInput, source: ViewSource): Float64Array {
  if (own.strategy.assets === 'all') return pathsOf(universeWalk(own, source, false), own.flows.initial).net;
  const target = targetOf(own.strategy);
  return (target === undefined ? leanWalk(own, source) : leanFixed(own, source, target)).net;
}

/** Every metric by its own function, over a whole result. */
function evaluate(
  { metrics, options }: ChunkInput,
  own: RunInput,
  place: number,
  columns: readonly Float64Array[],
): void {
  const result = finishRun(own, run(own), options);
  metrics.forEach(({ key, evaluate: metric }, column) => {
    const value: unknown = metric(result);
    if (typeof value !== 'number') {
      throw new InputError(
        'option.type',
        `the metric "${key}" answered ${describeValue(value)}; it must answer a number (NaN where it is undefined).`,
        { metric: key, found: describeValue(value) },
      );
    }
    columns[column]![place] = value;
  });
}

function write(
  { metrics }: ChunkInput,
  { span }: Setup,
  moments: Float64Array,
  at: number,
  shift: number,
  place: number,
  columns: readonly Float64Array[],
): void {
  for (let column = 0; column < metrics.length; column++) {
    columns[column]![place] = fromMoments[metrics[column]!.fused!](moments, at, shift, span);
  }
}

/** Figures of a path of returns: from its moments or, where these are short of digits, by the functions themselves, which look closer. */
function writePath(
  input: ChunkInput,
  setup: Setup,
  net: Float64Array,
  place: number,
  columns: readonly Float64Array[],
): void {
  const moments = new Float64Array(MOMENTS);
  const shift = momentsOf(net, moments);
  if (areSound(moments, 0, net.length)) {
    write(input, setup, moments, 0, shift, place, columns);
    return;
  }
  const series = makeReturnSeries('', setup.calendar, net);
  input.metrics.forEach(({ fused }, column) => (columns[column]![place] = figureOf(fused!, series)));
}

function runGroup(input: ChunkInput, group: FixedGroup, from: number, columns: readonly Float64Array[]): void {
  const { setup, indices } = group;
  const ran = group.run();
  indices.forEach((index, variant) => {
    const place = index - from;
    if (ran !== null && areSound(ran.moments, variant * MOMENTS, setup.span.rows)) {
      write(input, setup, ran.moments, variant * MOMENTS, ran.shifts[variant]!, place, columns);
      input.paths[ran.kernel]++;
      return;
    }
    // More sides than a kernel has, or short of digits: the path itself.
    const { net } = leanFixed(setup.input, setup.source, group.targetOf(variant));
    writePath(input, setup, net, place, columns);
    input.paths.alone++;
  });
}

/** An error that says which variant it is about. What is not about the input goes through as it is. */
function named(error: unknown, index: number, params: object): unknown {
  if (!isInputError(error)) return error;
  const failure = new InputError(error.code, `sweep, variant ${index} (${wordsFor(params)}): ${error.message}`, {
    ...error.details,
    variant: index,
    params,
  });
  failure.cause = error;
  return failure;
}
