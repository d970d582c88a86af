import { makeReturnSeries, type Panel, type PanelStore } from '../../panel/index.js';
import { sliceCalendar } from '../../time/index.js';
import { backtest } from '../backtest.js';
import { joinedMeta } from '../joined-meta.js';
import type { BacktestOptions } from '../options.js';
import type { BacktestResult } from '../result.js';
import type { ParameterSpace } from '../sweep/parameter-space.js';
import { readSource } from '../sweep/strategy-source.js';
import { sweep } from '../sweep/sweep.js';
import type { WalkExecutor } from '../sweep/sweep-executor.js';
import type { SweepMetric } from '../sweep/sweep-metrics.js';
import type { StrategySource } from '../sweep/sweep-options.js';
import { wordsFor } from '../sweep/words-for.js';
import { bestOf, figuresOf } from './fold-figures.js';
import { type Fold, makeFolds, type WalkWindows } from './folds.js';
import { stabilityOf } from './stability.js';
import { makeWalkForward } from './make-walk-forward.js';
import type { WalkFold, WalkForward } from './walk-forward.js';
import { walkNotes } from './walk-forward-table.js';
import { misplaced, placed, walkSpan } from './walk-span.js';

/** A walk forward that is checked. */
export interface Walk {
  readonly panel: Panel;
  readonly store: PanelStore;
  readonly space: ParameterSpace;
  readonly variants: readonly object[];
  readonly strategyOf: (params: object) => unknown;
  readonly by: SweepMetric;
  readonly lowest: boolean;
  readonly windows: WalkWindows;
  readonly given: BacktestOptions;
  readonly where: string;
}

type Window = WalkFold['train'];

/** A question of the walk: the figure of every variant over a window. */
interface Asked {
  readonly what: 'training' | 'test';
  readonly window: Window;
}

/** Walks on this thread. */
export function walkHere(walk: Walk): WalkForward {
  const steps = stepsOf(walk);
  let step = steps.next();
  while (step.done !== true) {
    const { value: asked } = step;
    const figures = placed(placeOf(walk, asked), { ...asked.window }, () =>
      Float64Array.from(sweep(walk.panel, variantsOver(walk, asked.window, walk.strategyOf)).metrics.by),
    );
    step = steps.next(figures);
  }
  return step.value;
}

/** Walks with the variants elsewhere; what is chosen from them runs here. */
export async function walkOn(walk: Walk, source: StrategySource, on: WalkExecutor): Promise<WalkForward> {
  const loaded = await on.load(source);
  const here = loaded === undefined ? walk : { ...walk, strategyOf: readSource(loaded, walk.where).strategyOf };
  const steps = stepsOf(here);
  let step = steps.next();
  while (step.done !== true) {
    const { value: asked } = step;
    const all = await sweep(walk.panel, { ...variantsOver(walk, asked.window, source), on }).catch((error: unknown) => {
      throw misplaced(placeOf(walk, asked), { ...asked.window }, error);
    });
    step = steps.next(Float64Array.from(all.metrics.by));
  }
  return step.value;
}

const placeOf = ({ where }: Walk, { what, window }: Asked): string =>
  `${where}, ${what} ${window.from} to ${window.to}`;

function variantsOver<Strategy>({ variants, by, given }: Walk, window: Window, strategy: Strategy): Variants<Strategy> {
  return {
    list: variants,
    strategy: strategy as Strategy & StrategySource,
    metrics: { by },
    backtest: { ...given, window },
  };
}

interface Variants<Strategy> {
  readonly list: readonly object[];
  readonly strategy: Strategy & StrategySource;
  readonly metrics: { readonly by: SweepMetric };
  readonly backtest: BacktestOptions;
}

/** The walk itself: asks for figures and is told them, on whatever thread they were worked out. */
function* stepsOf(walk: Walk): Generator<Asked, WalkForward, Float64Array> {
  const { panel, store, space, strategyOf, lowest, windows, given, where } = walk;
  const { first, last } = walkSpan(store, space, strategyOf, given, where);
  const folds = makeFolds(windows, first, last, where);
  const runs: BacktestResult[] = [];
  const done: WalkFold[] = [];
  for (const fold of folds) {
    const train = windowOf(store, fold.trainFirst, fold.trainLast);
    const test = windowOf(store, fold.testFirst, fold.testLast);
    const inSample = yield { what: 'training', window: train };
    const chosen = bestOf(inSample, lowest, train, where);
    const outOfSample = yield { what: 'test', window: test };
    const params = Object.freeze({ ...space.variant(chosen) });
    const place = `${where}, test ${test.from} to ${test.to}, variant ${chosen} (${wordsFor(params)})`;
    const run = placed(place, { ...test, variant: chosen, params }, () =>
      backtest(panel, strategyOf(params) as never, { ...given, window: test }),
    );
    runs.push(run);
    done.push(Object.freeze({ train, test, params, ...figuresOf(inSample, outOfSample, chosen, lowest) }));
    // All is lost: there is nothing to go on with.
    if (lostAll(run)) break;
  }
  return walked(walk, folds, runs, done, last - folds.at(-1)!.testLast);
}

/** The result of folds that have run; `left` rows at the end are in no fold. */
function walked(
  { store, space, by, windows, given }: Walk,
  folds: readonly Fold[],
  runs: readonly BacktestResult[],
  done: readonly WalkFold[],
  left: number,
): WalkForward {
  const values = joined(folds, runs);
  const { testFirst } = folds[0]!;
  const calendar = sliceCalendar(store.calendar, testFirst, testFirst + values.length);
  const series = makeReturnSeries('Walk-forward', calendar, values, joinedMeta(runs.map(({ meta }) => meta)));
  const figures = { folds: Object.freeze(done), trials: space.count, stability: stabilityOf(done, space.count) };
  const notes = Object.freeze(
    walkNotes(figures, series, { windows, left, ruined: lostAll(runs.at(-1)!), lag: given.executionLag ?? 0 }),
  );
  return makeWalkForward({ series, ...figures, metric: metricName(by), notes });
}

const windowOf = (store: PanelStore, first: number, last: number): Window =>
  Object.freeze({ from: store.calendar.date(first), to: store.calendar.date(last) });

const lostAll = ({ values }: BacktestResult): boolean => values[values.length - 1]! <= -1;

/** The returns of the test windows end to end, as far as there was something left. */
function joined(folds: readonly Fold[], runs: readonly BacktestResult[]): Float64Array {
  const start = folds[0]!.testFirst;
  const rows = folds[runs.length - 1]!.testFirst - start + runs.at(-1)!.values.length;
  const values = new Float64Array(rows);
  runs.forEach((run, place) => {
    values.set(Float64Array.from(run.values), folds[place]!.testFirst - start);
  });
  return values;
}

/** A function written in place bears the name of the option, which says nothing. */
const metricName = (by: SweepMetric): string =>
  typeof by === 'string' ? by : ['', 'by'].includes(by.name) ? 'your own figure' : by.name;
