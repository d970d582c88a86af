import { assertKnownOptions, assertObject, describeValue, InputError } from '../core/index.js';
import { type AnyPanel, assertReturnSeries, type Panel, type ReturnSeries, storeOf } from '../panel/index.js';
import { activeReturns, cagr, deviationOf, maxDrawdown, mean, volatility } from '../stats/index.js';
import { assertStrategy, type StrategyFor } from '../strategy/index.js';
import { type Displayed, type Row, toHtml, toText, type Table, withDisplay } from '../table/index.js';
import { describeSchedule, type IsoDate, type Schedule } from '../time/index.js';
import { backtestOptionNames } from './backtest-option-names.js';
import { benchmarkSeries } from './benchmark-series.js';
import { cutSeries } from './cut-series.js';
import type { BacktestOptions } from './options.js';
import type { BacktestResult } from './result.js';
import { type AnyStrategy, runTogether } from './run-together.js';
import { type TimingChoice, timingSchedules } from './timing-schedules.js';
import { timingTable } from './timing-table.js';
import { tranches } from './tranches.js';

/** Options of {@link timingLuck}: its own, and all of `backtest`. */
export interface TimingLuckOptions<Asset extends string = string> extends BacktestOptions<Asset>, TimingChoice {
  /** An asset of the panel, or any return series. Where it begins later or ends earlier, so does everything. */
  readonly benchmark?: Asset | ReturnSeries | undefined;
}

/** Figures of one way to time the same strategy, all over the same rows. */
export interface TimingFigures {
  readonly cagr: number;
  readonly volatility: number;
  readonly maxDrawdown: number;
  /** Mean return over the benchmark's, per year: P × mean(r − b). NaN without a benchmark. */
  readonly activeReturn: number;
}

/** The strategy on one schedule. */
export interface TimingVariant<Asset extends string = string> extends TimingFigures {
  /** The schedule in words. */
  readonly label: string;
  readonly schedule: Schedule;
  readonly result: BacktestResult<Asset>;
}

/** The same strategy on several schedules. Iterating gives a plain row for each variant, the tranches and the benchmark. Prints itself. */
export interface TimingLuck<Asset extends string = string> extends Iterable<Row>, Displayed {
  readonly name: string;
  /** The day of which all variants see the close when they first decide. They buy at that close, with `executionLag` so many rows later. */
  readonly base: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly variants: readonly TimingVariant<Asset>[];
  /** The labels of the highest and the lowest CAGR, known only afterwards; null where it is undefined. */
  readonly best: string | null;
  readonly worst: string | null;
  /** Highest less lowest CAGR, per year. */
  readonly spread: number;
  /** Sample standard deviation of the CAGR across variants, per year. */
  readonly standardDeviation: number;
  /** Equal parts of all variants, each left alone: what an investor gets who does not bet on one. */
  readonly tranched: ReturnSeries;
  readonly tranchedFigures: TimingFigures;
  readonly benchmark: ReturnSeries | null;
  readonly table: Table;
  readonly notes: readonly string[];
}

/**
 * How much of a result is the accident of its rebalancing date: the same strategy on every month, or every offset, in one call.
 *
 * All variants run over identical rows and decide first on the same base, which they buy at, or `executionLag` rows later: the latest day on which any of them can make its first decision (a benchmark
 * that begins later moves it). From there they hold the same until their first own date, so the first cycle shows less luck than the later ones.
 * Rebalance timing luck is the standard deviation of the returns of portfolios that differ in nothing but the date; here the sample standard deviation
 * (n − 1) of their CAGR, and the spread from best to worst. Variants overlap in time and share their assets: they are no independent trials.
 * Where a run ends early (ruin, withdrawals), all are compared up to there.
 *
 * *Undefined (NaN):* CAGR, spread and deviation under one year.
 *
 * @param makeStrategy builds the strategy on a schedule; it must pass the schedule on.
 * @throws InputError `option.missing` (neither `every` nor `schedules`), `option.range` (both, or fewer than two schedules), `strategy.invalid`
 *   (two variants with one schedule), `panel.empty-window`, and those of `backtest`.
 * @see Hoffstein, C., Sibears, J. and Faber, N. (2019), "Rebalance Timing Luck: The Difference between Hired and Fired", The Journal of
 *   Index Investing 10(1), 27–36.
 * @example
 * const luck = timingLuck(usFunds(), (schedule) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule }), { every: 'month' });
 * console.log(luck.variants.length, (luck.spread * 100).toFixed(2)); // 12 0.07
 */
export function timingLuck<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  makeStrategy: (schedule: Schedule) => StrategyFor<NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>>,
  options: TimingLuckOptions<NoInfer<Asset>>,
): TimingLuck<Asset>;
export function timingLuck(
  panel: AnyPanel,
  makeStrategy: (schedule: Schedule) => AnyStrategy,
  options: TimingLuckOptions,
): TimingLuck {
  const where = 'timingLuck';
  storeOf(panel, where);
  const given: unknown = makeStrategy;
  assertMaker(where, given);
  const chosen: unknown = options;
  assertObject(where, 'the options', chosen);
  assertKnownOptions(where, options, ['every', 'schedules', 'benchmark', ...backtestOptionNames]);
  const { every, schedules, benchmark, ...rest } = options;
  const other = benchmarkSeries(where, panel, benchmark);
  if (other !== undefined) assertReturnSeries(where, 'the benchmark', other);
  const strategies = timingSchedules(where, { every, schedules }, panel.calendar).map((schedule) => {
    const strategy: unknown = makeStrategy(schedule);
    assertStrategy(strategy, where);
    return strategy;
  });
  assertDistinct(where, strategies);
  const { results } = runTogether(where, panel, strategies, rest, other === undefined ? [] : [other]);
  const rows = Math.min(...results.map(({ values }) => values.length));
  const series = results.map((result) => cutSeries(result, 0, rows));
  const tranched = tranches(series);
  const variants = results.map((result, index) =>
    Object.freeze({
      label: describeSchedule(strategies[index]!.schedule),
      schedule: strategies[index]!.schedule,
      result,
      ...figuresOf(series[index]!, other),
    }),
  );
  const rates = variants.map((variant) => variant.cagr);
  const { calendar } = series[0]!;
  const labelOf = (rate: number): string | null => variants.find((variant) => variant.cagr === rate)?.label ?? null;
  const [highest, lowest] = [Math.max(...rates), Math.min(...rates)];
  const luck = {
    name: results[0]!.name,
    base: calendar.date(-1),
    from: calendar.date(0),
    to: calendar.date(rows - 1),
    variants: Object.freeze(variants),
    best: labelOf(highest),
    worst: labelOf(lowest),
    spread: highest - lowest,
    standardDeviation: deviationOf(rates),
    tranched,
    tranchedFigures: Object.freeze(figuresOf(tranched, other)),
    benchmark: other ?? null,
  };
  const table = timingTable(luck);
  return withDisplay(
    { ...luck, table, notes: table.notes, [Symbol.iterator]: () => table[Symbol.iterator]() },
    { text: () => toText(table), html: () => toHtml(table) },
  );
}

function assertMaker(where: string, given: unknown): void {
  if (typeof given === 'function') return;
  throw new InputError(
    'option.type',
    `${where}: found ${describeValue(given)} where a function belongs. Give (schedule) => strategy, such as (schedule) => fixedMix({ weights, schedule }).`,
    { where, found: describeValue(given) },
  );
}

const figuresOf = (series: ReturnSeries, benchmark: ReturnSeries | undefined): TimingFigures => ({
  cagr: cagr(series),
  volatility: volatility(series),
  maxDrawdown: maxDrawdown(series),
  activeReturn: benchmark === undefined ? NaN : activeReturn(series, benchmark),
});

function activeReturn(series: ReturnSeries, benchmark: ReturnSeries): number {
  const { values, calendar } = activeReturns(series, benchmark);
  return mean(values.filter((value) => !Number.isNaN(value))) * calendar.periodsPerYear;
}

/** Two variants with one schedule show no luck where there may be some: most likely the schedule was not passed on. */
function assertDistinct(where: string, strategies: readonly AnyStrategy[]): void {
  const seen = new Map<string, string>();
  for (const { name, schedule } of strategies) {
    const text = describeSchedule(schedule);
    if (!seen.has(text)) {
      seen.set(text, name);
      continue;
    }
    throw new InputError(
      'strategy.invalid',
      `${where}: two variants decide ${text} (strategy "${name}"). Pass the schedule on, (schedule) => fixedMix({ weights, schedule }), ` +
        'and give each schedule once.',
      { where, strategy: name, schedule: text },
    );
  }
}
