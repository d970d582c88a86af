import { assertKnownOptions, assertObject, describeValue, InputError } from '../core/index.js';
import { type AnyPanel, assertReturnSeries, type Panel, type ReturnSeries, storeOf } from '../panel/index.js';
import { cagr } from '../stats/index.js';
import { assertStrategy, type StrategyFor } from '../strategy/index.js';
import type { Displayed } from '../table/index.js';
import type { IsoDate } from '../time/index.js';
import { backtestOptionNames } from './backtest-option-names.js';
import { benchmarkSeries } from './benchmark-series.js';
import { displayBreakEven } from './break-even-display.js';
import type { Costs } from './costs-options.js';
import { type Crossing, firstCrossing } from './crossing.js';
import { cutToCommon } from './cut-series.js';
import type { BacktestOptions } from './options.js';
import type { BacktestResult } from './result.js';
import { type AnyStrategy, runAny, runTogether } from './run-together.js';
import { assertStatistic, type Statistic, statisticName } from './statistic.js';

/** Options of {@link breakEvenCost}: its own, and those of `backtest` but for the trading cost, which is what is asked for. */
export interface BreakEvenCostOptions<
  Asset extends string = string,
  Field extends string = never,
  Indicator extends string = never,
> extends Omit<BacktestOptions<Asset>, 'costs'> {
  /** What the strategy must beat: an asset of the panel or a series, as it is, or a strategy, which then pays the same cost. */
  readonly benchmark: Asset | ReturnSeries | StrategyFor<Asset, Field, Indicator>;
  /** What is compared, the more the better; `cagr` when absent. */
  readonly statistic?: Statistic | undefined;
  /** All costs but `tradingBps`. */
  readonly costs?: Omit<Costs<Asset>, 'tradingBps'> | undefined;
}

/** The trading cost at which an edge is gone. Prints itself as sentences. */
export interface BreakEvenCost extends Displayed {
  /** One-way, per unit traded, in basis points; NaN unless `reason` is `'found'`. */
  readonly bps: number;
  /** `'no-edge'`: none even at a trading cost of 0 bp. `'survives'`: even the highest cost looked at. `'undefined'`: the statistic is. */
  readonly reason: 'found' | 'no-edge' | 'survives' | 'undefined';
  readonly strategy: string;
  readonly benchmark: string;
  /** Whether the benchmark is a strategy, and so paid the same cost. */
  readonly benchmarkPays: boolean;
  readonly statistic: string;
  /** The statistic of both at a trading cost of 0 bp; fixed costs and fees that were given still count. */
  readonly strategyAtZero: number;
  readonly benchmarkAtZero: number;
  /** The highest cost looked at, in basis points. */
  readonly highest: number;
  /** One-way turnover per year at a trading cost of 0 bp, without the first purchase. */
  readonly turnoverPerYear: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly usesHindsight: boolean;
}

/** Costs to look at before the exact one is worked out, in basis points. */
const LADDER = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** An edge of this size, or this share of the benchmark's figure, is rounding. */
const LEVEL = 1e-14;

/**
 * How much trading may cost before a strategy is no better than its benchmark: the `tradingBps` c at which
 * statistic(strategy at c) − statistic(benchmark) = 0.
 *
 * A benchmark that is a strategy pays the same c and runs with the same options; a series or an asset is taken as it is. All run on common rows from one base,
 * so both first purchases are charged. The cost is raised by steps from 0 to 5000 bp (less where the first purchase alone would then
 * take everything), and the first step on which the edge is gone is made exact; an edge that goes and comes back within a step, or after it, is not seen.
 *
 * *Undefined (bps NaN):* no edge even at a trading cost of 0 bp; an edge that survives the highest cost; a statistic that is NaN (CAGR under one
 * year). `reason` says which.
 *
 * @throws InputError `option.unknown`, `option.type`, `option.range` (`costs.tradingBps` is what is asked for), `series.invalid`,
 *   `asset.unknown`, `calendar.mismatch`, `panel.empty-window`, and those of `backtest`.
 * @see Bessembinder, H. and Chan, K. (1998), "Market Efficiency and the Returns to Technical Analysis", Financial Management 27(2), 5–17
 *   (break-even one-way costs).
 * @example
 * const funds = addIndicator(usFunds(), 'since', monthsSince(firstCuts(usPolicyRate())));
 * const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since', holdMonths: 12 });
 * const { bps, reason } = breakEvenCost(funds, rotation, { benchmark: 'SPY' });
 * console.log(bps.toFixed(1), reason); // 14.3 found
 */
export function breakEvenCost<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  strategy: StrategyFor<NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>>,
  options: BreakEvenCostOptions<NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>>,
): BreakEvenCost;
export function breakEvenCost(
  panel: AnyPanel,
  strategy: AnyStrategy,
  options: BreakEvenCostOptions<string, string, string>,
): BreakEvenCost {
  const where = 'breakEvenCost';
  assertGiven(where, panel, strategy, options);
  const { benchmark, statistic = cagr, costs, ...rest } = options;
  const other = benchmarkSeries(where, panel, benchmark);
  const pays = isStrategy(other);
  if (pays) assertStrategy(other, where);
  else assertReturnSeries(where, 'the benchmark', other);

  const both = pays ? [strategy, other] : [strategy];
  const atCost = (tradingBps: number): BacktestOptions => ({ ...rest, costs: { ...costs, tradingBps } });
  const { results, window } = runTogether(where, panel, both, atCost(0), pays ? [] : [other]);
  const [free, freeOther = other as ReturnSeries] = results as readonly [BacktestResult, BacktestResult?];
  const [strategyAtZero, benchmarkAtZero] = figures(free, freeOther, statistic);
  const tolerance = LEVEL * Math.max(1, Math.abs(benchmarkAtZero));
  const edgeAt = (bps: number): number => {
    const shared = { ...atCost(bps), window };
    const run = runAny(panel, strategy, shared);
    if (run.end === 'ruined') return -Infinity;
    const [own, others] = figures(run, pays ? runAny(panel, other, shared) : other, statistic);
    return own - others;
  };
  const highest = highestCost(results);
  const atZero = strategyAtZero - benchmarkAtZero;
  const crossing =
    Number.isNaN(atZero) || atZero <= tolerance
      ? undefined
      : firstCrossing(
          (bps) => (bps === 0 ? atZero : edgeAt(bps)),
          [...LADDER.filter((bps) => bps < highest), highest],
          tolerance,
        );
  return displayBreakEven({
    bps: typeof crossing === 'number' ? crossing : NaN,
    reason: reasonOf(atZero, crossing),
    strategy: free.name,
    benchmark: freeOther.name,
    benchmarkPays: pays,
    statistic: statisticName(statistic),
    strategyAtZero,
    benchmarkAtZero,
    highest,
    turnoverPerYear: free.turnover.perYear,
    from: free.settings.from,
    to: free.settings.to,
    usesHindsight: free.usesHindsight || freeOther.meta.usesHindsight === true,
  });
}

function assertGiven(where: string, panel: unknown, strategy: unknown, options: unknown): void {
  storeOf(panel, where);
  assertStrategy(strategy, where);
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['benchmark', 'statistic', ...backtestOptionNames]);
  const { statistic, costs } = options;
  if (statistic !== undefined) assertStatistic(where, statistic);
  if (costs !== undefined) refuseTradingCost(where, costs);
}

function reasonOf(edgeAtZero: number, crossing: Crossing | undefined): BreakEvenCost['reason'] {
  if (Number.isNaN(edgeAtZero) || crossing === 'undefined') return 'undefined';
  if (crossing === undefined) return 'no-edge';
  return crossing === 'above' ? 'survives' : 'found';
}

/** The statistic of both on their common rows. */
function figures(result: BacktestResult, other: ReturnSeries, statistic: Statistic): readonly [number, number] {
  // They share a window, so there are common rows.
  const [own, beside] = cutToCommon(result, other, 'breakEvenCost')!;
  return [statistic(own), statistic(beside)];
}

/** The top of the ladder, or less: no first purchase may take everything. */
function highestCost(results: readonly BacktestResult[]): number {
  const bounds = results.map(({ decisions }) => {
    const { traded = 0, cost = 0 } = decisions.find(({ first }) => first) ?? {};
    return ((1 - cost) / traded) * 10000 * 0.999;
  });
  return Math.min(LADDER.at(-1)!, ...bounds);
}

const isStrategy = (value: ReturnSeries | AnyStrategy): value is AnyStrategy =>
  typeof value === 'object' && (value as object | null) !== null && 'decide' in value;

function refuseTradingCost(where: string, costs: unknown): void {
  assertObject(where, '"costs"', costs);
  if (costs['tradingBps'] === undefined) return;
  throw new InputError(
    'option.range',
    `${where}: "costs.tradingBps" is ${describeValue(costs['tradingBps'])}, but the trading cost is what is asked for. Leave it out.`,
    { where, option: 'costs.tradingBps' },
  );
}
