import {
  assertKnownOptions,
  assertObject,
  deepFreeze,
  InputError,
  type ReadonlyFloat64Array,
} from '../../core/index.js';
import {
  type DateWindow,
  makeReturnSeries,
  type Panel,
  type PanelStore,
  type ReturnSeries,
  storeOf,
} from '../../panel/index.js';
import { assertStrategy, type StrategyFor } from '../../strategy/index.js';
import { type Displayed, type Table, toHtml, toText, withDisplay } from '../../table/index.js';
import { type IsoDate, sliceCalendar } from '../../time/index.js';
import { backtest } from '../backtest.js';
import { joinedMeta } from '../joined-meta.js';
import { assertBacktestOptions, type BacktestOptions } from '../options.js';
import type { BacktestResult } from '../result.js';
import { Setups } from '../sweep/setup.js';
import { spaceOf } from '../sweep/parameter-space.js';
import type { SweepGrid, SweepSample } from '../sweep/parameter-space.js';
import { sweep } from '../sweep/sweep.js';
import type { SweepMetric } from '../sweep/sweep-metrics.js';
import { type Fold, makeFolds, type WalkWindows } from './folds.js';
import { type FoldFigures, stabilityOf, type WalkStability } from './stability.js';
import { walkNotes, walkTable } from './walk-forward-table.js';

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
  readonly strategy: (params: Params) => StrategyFor<Asset, Field, Indicator>;
  /** By what the best variant of a training window is chosen: the highest wins. */
  readonly by: SweepMetric;
  /** Whether the lowest wins instead. */
  readonly lowest?: boolean;
  readonly windows: WalkWindows;
  /** Costs, cash and the rest. Its `window` bounds the whole history. */
  readonly backtest?: BacktestOptions<Asset>;
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
}

const OPTIONS = ['grid', 'list', 'sample', 'strategy', 'by', 'lowest', 'windows', 'backtest'] as const;

/**
 * Chooses the best variant on one stretch of history and holds it over the next, again and again: what a parameter that looks best would have earned
 * somebody who had to choose it beforehand.
 *
 * In each fold every variant runs over the training window, the one with the best figure is chosen (of equals the first), and it runs over the test window, which begins
 * after the training, `purge` and `embargo`. Each window is a backtest of its own: it buys at its start and pays for it, so changing the
 * variant costs a whole purchase. All windows begin late enough for the longest lookback, so that variants are compared over the same days.
 *
 * *Undefined:* figures that are undefined over a window are NaN and win nothing; CAGR is NaN under a year. Ranks are NaN where the figure of the chosen variant is.
 *
 * @returns a frozen `ReturnSeries` of the returns out of sample with its folds.
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
  options: WalkForwardOptions<Params, NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>>,
): WalkForward<Params>;
export function walkForward(panel: unknown, options: WalkForwardOptions<object>): WalkForward {
  const where = 'walkForward';
  const store = storeOf(panel, where);
  assertObject(where, 'the options', options as unknown);
  assertKnownOptions(where, options, OPTIONS);
  const { grid, list, sample, strategy, by, lowest = false, windows } = options;
  const space = spaceOf({ grid, list, sample }, where);
  const given = options.backtest ?? {};
  assertBacktestOptions(given);
  const { first, last } = span(store, space, strategy, given, where);
  const folds = makeFolds(windows, first, last, where);
  const variants = Array.from({ length: space.count }, (_, index) => space.variant(index));
  const sweepOver = (window: DateWindow): Float64Array => {
    const all = sweep(panel as Panel<string>, {
      list: variants,
      strategy: strategy as (params: object) => StrategyFor<string, never, never>,
      metrics: { by },
      backtest: { ...given, window },
    });
    return Float64Array.from(all.metrics.by);
  };
  const runs: BacktestResult[] = [];
  const done = folds.map((fold): WalkFold => {
    const train = windowOf(store, fold.trainFirst, fold.trainLast);
    const test = windowOf(store, fold.testFirst, fold.testLast);
    const inSample = sweepOver(train);
    const outOfSample = sweepOver(test);
    const chosen = bestOf(inSample, lowest, train, where);
    const params = space.variant(chosen);
    runs.push(backtest(panel as Panel<string>, strategy(params) as never, { ...given, window: test }));
    return { train, test, params, ...figuresOf(inSample, outOfSample, chosen, lowest) };
  });
  const values = joined(folds, runs);
  const calendar = sliceCalendar(store.calendar, folds[0]!.testFirst, folds.at(-1)!.testLast + 1);
  const name = 'Walk-forward';
  const series = makeReturnSeries(name, calendar, values, joinedMeta(runs.map(({ meta }) => meta)));
  const stability = stabilityOf(done, space.count);
  const figures = { folds: deepFreeze(done), trials: space.count, stability };
  const notes = Object.freeze(walkNotes(figures, windows, last - folds.at(-1)!.testLast));
  const table = walkTable(figures, series, metricName(by), notes);
  const result = { ...series, ...figures, notes, table };
  return withDisplay(result, { text: () => toText(table), html: () => toHtml(table) });
}

/** The rows over which every variant can run with its history behind it. */
function span(
  store: PanelStore,
  space: ReturnType<typeof spaceOf>,
  strategy: (params: never) => unknown,
  options: BacktestOptions,
  where: string,
): { first: number; last: number } {
  const setups = new Setups(store, options);
  let [first, last] = [0, store.calendar.length - 1];
  for (let index = 0; index < space.count; index++) {
    const made = strategy(space.variant(index) as never);
    assertStrategy(made, where);
    const { plan } = setups.of(made).input;
    first = Math.max(first, plan.start + 1);
    last = Math.min(last, plan.last);
  }
  return { first, last };
}

const windowOf = (store: PanelStore, first: number, last: number): { from: IsoDate; to: IsoDate } => ({
  from: store.calendar.date(first),
  to: store.calendar.date(last),
});

/** The place of the best figure, of equals the first. */
function bestOf(
  figures: Float64Array,
  lowest: boolean,
  { from, to }: { from: IsoDate; to: IsoDate },
  where: string,
): number {
  let best = -1;
  figures.forEach((figure, index) => {
    if (Number.isNaN(figure)) return;
    if (best < 0 || (lowest ? figure < figures[best]! : figure > figures[best]!)) best = index;
  });
  if (best >= 0) return best;
  throw new InputError(
    'option.range',
    `${where}: "by" is undefined (NaN) for every variant from ${from} to ${to}. Choose a figure that is defined over so short a window (CAGR is not under a year), or lengthen "windows.train".`,
    { from, to },
  );
}

/** Both figures of the chosen variant and its place among all in the test, 0 (worst) to 1 (best). */
function figuresOf(inSample: Float64Array, outOfSample: Float64Array, chosen: number, lowest: boolean): FoldFigures {
  const own = outOfSample[chosen]!;
  const others = outOfSample.filter((figure, index) => index !== chosen && !Number.isNaN(figure));
  const beaten = others.filter((figure) => (lowest ? own < figure : own > figure)).length;
  const tied = others.filter((figure) => figure === own).length;
  return {
    chosen,
    inSample: inSample[chosen]!,
    outOfSample: own,
    rank: Number.isNaN(own) || others.length === 0 ? NaN : (beaten + tied / 2) / others.length,
  };
}

/** The returns of the test windows end to end. */
function joined(folds: readonly Fold[], runs: readonly BacktestResult[]): Float64Array {
  const start = folds[0]!.testFirst;
  const values = new Float64Array(folds.at(-1)!.testLast - start + 1).fill(NaN);
  folds.forEach(({ testFirst }, place) => {
    values.set(Float64Array.from(runs[place]!.values), testFirst - start);
  });
  return values;
}

const metricName = (by: SweepMetric): string => (typeof by === 'string' ? by : by.name === '' ? 'figure' : by.name);
