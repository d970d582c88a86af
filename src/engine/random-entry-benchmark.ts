import {
  assertKnownOptions,
  assertNumber,
  assertObject,
  describeValue,
  InputError,
  seededRandom,
} from '../core/index.js';
import { type AnyPanel, type Panel, storeOf } from '../panel/index.js';
import { cagr, quantile } from '../stats/index.js';
import { type Displayed, toHtml, toText, type Table, withDisplay } from '../table/index.js';
import type { IsoDate } from '../time/index.js';
import { assertResult } from './assert-result.js';
import { backtestOptionNames } from './backtest-option-names.js';
import type { BacktestOptions } from './options.js';
import { assertOrders, assertWholeBeginning, randomEntryOf, strategyOfSpells } from './random-entry.js';
import { randomEntryTable } from './random-entry-table.js';
import type { BacktestResult } from './result.js';
import { runAny } from './run-together.js';
import { spellsOf } from './spells.js';
import { assertStatistic, type Statistic, statisticName } from './statistic.js';

/** Options of {@link randomEntryBenchmark}: its own, and the ones of `backtest` that the result was run with, but for its window. */
export interface RandomEntryBenchmarkOptions<Asset extends string = string> extends Omit<
  BacktestOptions<Asset>,
  'window'
> {
  readonly seed: number;
  /** How many random orders; 1000 when absent. */
  readonly draws?: number | undefined;
  /** What is compared, the more the better; `cagr` when absent. */
  readonly statistic?: Statistic | undefined;
}

/** A rotation among random ones of the same exposure and turnover. Prints itself. */
export interface RandomEntryBenchmark extends Displayed {
  readonly name: string;
  readonly statistic: string;
  /** The statistic of the result. */
  readonly value: number;
  readonly draws: number;
  readonly seed: number;
  /** The statistic of each draw, in the order drawn; `randomEntryOf(result, { seed: seeds[k] })` is draw k. */
  readonly values: readonly number[];
  readonly seeds: readonly number[];
  /** How many draws did at least as well; those without a figure count as none. */
  readonly atLeastAsGood: number;
  /** How many draws have no figure: their statistic is undefined (NaN). */
  readonly undefinedDraws: number;
  /**
   * (atLeastAsGood + 1) / (draws + 1): the result counts as a draw of its own, so it is never 0. NaN where the statistic of the result or
   * of any draw is: without a figure there is no rank.
   */
  readonly share: number;
  /** Of the draws, type 7. NaN where a draw's statistic is. */
  readonly quantiles: Readonly<Record<'p05' | 'p25' | 'p50' | 'p75' | 'p95', number>>;
  /** How often the target changed: the number of cases that there really are. */
  readonly switches: number;
  /** How many different orders of the spells there are. */
  readonly orders: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly table: Table;
  readonly notes: readonly string[];
}

/**
 * Whether a rotation's timing beat chance: its rank among rotations with the same spells in random order.
 *
 * Each draw is `randomEntryOf` run with the options of the result over its rows. `share` is (k + 1)/(n + 1), with k of n draws at least as good:
 * a one-sided permutation p-value, given that spells of these lengths and this sequence of targets were to be held. It says nothing of how the rule was found: a rule that was chosen
 * among many looks better than it is. Few switches make few orders, and a small share of them is still an anecdote.
 *
 * *Undefined (NaN):* value, quantiles and share where the statistic is (CAGR under one year), of the result or of a single draw; `undefinedDraws` counts these.
 *
 * @param result what `backtest(panel, strategy, options)` gave; the options must be given again. With them the spells in their own order
 *   must give the result's own figure, which is checked.
 * @throws InputError `series.invalid` (not a result, or a slice that begins after its run), `option.missing`, `option.type`, `option.unknown`, `option.range` (other options or another panel than
 *   the result's), `strategy.too-few-decisions`, and those of `backtest`.
 * @see Phipson, B. and Smyth, G. K. (2010), "Permutation P-values Should Never Be Zero", Statistical Applications in Genetics and Molecular
 *   Biology 9(1), art. 39; Aronson, D. (2007), Evidence-Based Technical Analysis, Wiley, ch. 5.
 * @example
 * const funds = addIndicator(usFunds(), 'since', monthsSince(firstCuts(usPolicyRate())));
 * const rotated = backtest(funds, postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since', holdMonths: 12 }));
 * const { switches, share } = randomEntryBenchmark(funds, rotated, { seed: 1, draws: 99 });
 * console.log(switches, share); // 8 0.41
 */
export function randomEntryBenchmark<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  result: BacktestResult<NoInfer<Asset>>,
  options: RandomEntryBenchmarkOptions<NoInfer<Asset>>,
): RandomEntryBenchmark;
export function randomEntryBenchmark(
  panel: AnyPanel,
  result: BacktestResult,
  options: RandomEntryBenchmarkOptions,
): RandomEntryBenchmark {
  const where = 'randomEntryBenchmark';
  storeOf(panel, where);
  assertResult(where, result);
  assertWholeBeginning(where, result);
  const given: unknown = options;
  assertObject(where, 'the options', given);
  const known = backtestOptionNames.filter((name) => name !== 'window');
  assertKnownOptions(where, options, ['seed', 'draws', 'statistic', ...known]);
  const { seed, draws = 1000, statistic = cagr, ...rest } = options;
  const { rhythm: schedule } = result.settings;
  assertNumber(where, 'seed', seed, { integer: true });
  assertNumber(where, 'draws', draws, { min: 1, max: 10_000_000, integer: true });
  assertStatistic(where, statistic);
  const { from, to } = result.settings;
  const settings: BacktestOptions = { ...rest, window: { from, to } };
  const list = spellsOf(result, schedule);
  const orders = assertOrders(where, result, list.spells);
  const value = statistic(result);
  const own = runAny(panel, strategyOfSpells(result.name, result, schedule, list), settings);
  assertReproduced(where, result, value, statistic(own));

  const random = seededRandom(seed);
  const seeds = Array.from({ length: draws }, () => random.integer(0x80000000));
  const values = seeds.map((one) => statistic(runAny(panel, randomEntryOf(result, { seed: one }), settings)));
  const level = LEVEL * Math.max(1, Math.abs(value));
  const atLeastAsGood = values.filter((drawn) => drawn >= value - level).length;
  const undefinedDraws = values.filter((drawn) => Number.isNaN(drawn)).length;
  const ranked = !Number.isNaN(value) && undefinedDraws === 0;
  const figures = {
    name: result.name,
    statistic: statisticName(statistic),
    value,
    draws,
    seed,
    values: Object.freeze(values),
    seeds: Object.freeze(seeds),
    atLeastAsGood,
    undefinedDraws,
    share: ranked ? (atLeastAsGood + 1) / (draws + 1) : NaN,
    quantiles: quantilesOf(values),
    switches: list.spells.length - 1,
    orders,
    from,
    to,
  };
  const table = randomEntryTable(figures, result);
  return withDisplay(
    { ...figures, table, notes: table.notes },
    { text: () => toText(table), html: () => toHtml(table) },
  );
}

const quantilesOf = (values: readonly number[]): RandomEntryBenchmark['quantiles'] =>
  Object.freeze({
    p05: quantile(values, 0.05),
    p25: quantile(values, 0.25),
    p50: quantile(values, 0.5),
    p75: quantile(values, 0.75),
    p95: quantile(values, 0.95),
  });

/** Figures as near as this are equal: the same run, rounded otherwise. */
const LEVEL = 1e-12;

/** The spells in their own order are the result: another figure means another panel, other options or another schedule. */
function assertReproduced(where: string, { name, settings }: BacktestResult, expected: number, found: number): void {
  if (Object.is(expected, found) || Math.abs(expected - found) <= 1e-9 * Math.max(1, Math.abs(expected))) return;
  throw new InputError(
    'option.range',
    `${where}: with this panel and these options the spells of "${name}" in their own order give ${describeValue(found)} instead of the result's ` +
      `${describeValue(expected)}. Give the panel and the options of the result (${settings.from} to ${settings.to}; see result.settings).`,
    { where, strategy: name, expected, found },
  );
}
