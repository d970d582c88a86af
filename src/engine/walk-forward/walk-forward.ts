import {
  assertKnownOptions,
  assertObject,
  describeValue,
  InputError,
  type ReadonlyFloat64Array,
} from '../../core/index.js';
import {
  makeReturnSeries,
  numbersToJson,
  type Panel,
  type PanelStore,
  type ReturnSeries,
  type ReturnSeriesJson,
  storeOf,
} from '../../panel/index.js';
import type { StrategyFor } from '../../strategy/index.js';
import { type Displayed, type Table, toHtml, toText, withDisplay } from '../../table/index.js';
import { type IsoDate, sliceCalendar } from '../../time/index.js';
import { backtest } from '../backtest.js';
import { joinedMeta } from '../joined-meta.js';
import { assertBacktestOptions, type BacktestOptions } from '../options.js';
import type { BacktestResult } from '../result.js';
import { spaceOf } from '../sweep/parameter-space.js';
import type { SweepGrid, SweepSample } from '../sweep/parameter-space.js';
import { readSource } from '../sweep/strategy-source.js';
import { sweep } from '../sweep/sweep.js';
import { readMetrics, type SweepMetric } from '../sweep/sweep-metrics.js';
import { wordsFor } from '../sweep/words-for.js';
import { bestOf, figuresOf } from './fold-figures.js';
import { assertFlag, type Fold, makeFolds, type WalkWindows } from './folds.js';
import { type FoldFigures, stabilityOf, type WalkStability } from './stability.js';
import { walkNotes, walkTable } from './walk-forward-table.js';
import { placed, walkSpan } from './walk-span.js';

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
  /** Returns and folds as plain JSON; NaN is null. */
  toJSON(this: void): WalkForwardJson;
}

/** A walk forward as plain JSON. */
export interface WalkForwardJson
  extends ReturnSeriesJson, Pick<WalkForward, 'folds' | 'trials' | 'stability' | 'notes'> {}

const OPTIONS = ['grid', 'list', 'sample', 'strategy', 'by', 'lowest', 'windows', 'backtest'] as const;

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
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, OPTIONS);
  const { grid, list, sample, by, lowest = false, windows } = options;
  const space = spaceOf({ grid, list, sample }, where);
  const strategyOf = factoryOf(options.strategy, where);
  readMetrics({ by }, where);
  assertFlag(where, 'lowest', lowest);
  const given = options.backtest ?? {};
  assertBacktestOptions(given);
  const { first, last } = walkSpan(store, space, strategyOf, given, where);
  const folds = makeFolds(windows, first, last, where);
  const variants = Array.from({ length: space.count }, (_, index) => space.variant(index));
  const figuresOver = (what: string, window: Window): Float64Array =>
    placed(`${where}, ${what} ${window.from} to ${window.to}`, { ...window }, () => {
      const all = sweep(panel as Panel, {
        list: variants,
        strategy: strategyOf,
        metrics: { by },
        backtest: { ...given, window },
      });
      return Float64Array.from(all.metrics.by);
    });
  const runs: BacktestResult[] = [];
  const done: WalkFold[] = [];
  for (const fold of folds) {
    const train = windowOf(store, fold.trainFirst, fold.trainLast);
    const test = windowOf(store, fold.testFirst, fold.testLast);
    const inSample = figuresOver('training', train);
    const chosen = bestOf(inSample, lowest, train, where);
    const outOfSample = figuresOver('test', test);
    const params = Object.freeze({ ...variants[chosen]! });
    const place = `${where}, test ${test.from} to ${test.to}, variant ${chosen} (${wordsFor(params)})`;
    const run = placed(place, { ...test, variant: chosen, params }, () =>
      backtest(panel as Panel, strategyOf(params), { ...given, window: test }),
    );
    runs.push(run);
    done.push(Object.freeze({ train, test, params, ...figuresOf(inSample, outOfSample, chosen, lowest) }));
    // All is lost: there is nothing to go on with.
    if (lostAll(run)) break;
  }
  const values = joined(folds, runs);
  const { testFirst } = folds[0]!;
  const calendar = sliceCalendar(store.calendar, testFirst, testFirst + values.length);
  const series = makeReturnSeries('Walk-forward', calendar, values, joinedMeta(runs.map(({ meta }) => meta)));
  const figures = { folds: Object.freeze(done), trials: space.count, stability: stabilityOf(done, space.count) };
  const left = last - folds.at(-1)!.testLast;
  const notes = Object.freeze(
    walkNotes(figures, series, { windows, left, ruined: lostAll(runs.at(-1)!), lag: given.executionLag ?? 0 }),
  );
  const table = walkTable(figures, series, metricName(by), notes);
  const { name, meta } = series;
  const toJSON = (): WalkForwardJson => ({
    ...{ name, calendar: calendar.toJSON(), values: numbersToJson(values), meta },
    ...{ ...figures, notes },
  });
  const result = Object.defineProperty({ ...series, ...figures, notes, table }, 'toJSON', { value: toJSON });
  return withDisplay(result as typeof result & { readonly toJSON: typeof toJSON }, {
    text: () => toText(table),
    html: () => toHtml(table),
  });
}

type Window = WalkFold['train'];

/** The function that makes strategies, whose failures are told as what they are. */
function factoryOf(strategy: unknown, where: string): (params: object) => StrategyFor<string, never, never> {
  if (typeof strategy === 'function')
    return readSource(strategy, where).strategyOf as (params: object) => StrategyFor<string, never, never>;
  throw new InputError(
    'option.type',
    `${where}: "strategy" is ${describeValue(strategy)}; it must be a function that makes a strategy of parameters, such as ({ weight }) => smallCapTilt({ …, weight }).`,
    { where, found: describeValue(strategy) },
  );
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
