import { assertKnownOptions, assertNumber, assertObject, isInputError } from '../../core/index.js';
import { type AnyPanel, type Panel, type ReturnSeries, storeOf } from '../../panel/index.js';
import { cagr, maxDrawdown, rollingWindows, volatility } from '../../stats/index.js';
import { buyAndHold } from '../../strategy/index.js';
import { type Displayed, type Table, toHtml, toText, withDisplay } from '../../table/index.js';
import { assertResult } from '../assert-result.js';
import { backtestOptionNames } from '../backtest-option-names.js';
import { averageWeights, constantMixOf } from '../constant-mix.js';
import type { BacktestOptions } from '../options.js';
import { randomEntryBenchmark, type RandomEntryBenchmark } from '../random-entry-benchmark.js';
import type { BacktestResult } from '../result.js';
import { runAny } from '../run-together.js';
import { besideTable } from './beside-table.js';

/** Options of {@link besideBenchmarks}: its own, and the ones of `backtest` that the result was run with, but for its window. */
export interface BesideBenchmarksOptions<Asset extends string = string> extends Omit<BacktestOptions<Asset>, 'window'> {
  /** Of the random entries. */
  readonly seed: number;
  /** How many random entries; 1000 when absent. */
  readonly draws?: number | undefined;
  /** Length of the windows that are compared with the constant mix, in months; 12 when absent. */
  readonly months?: number | undefined;
}

/** One line of the comparison. */
export interface BesideLine {
  readonly name: string;
  readonly what: 'strategy' | 'constant mix' | 'buy and hold';
  readonly returns: ReturnSeries;
  /** NaN under one year. */
  readonly cagr: number;
  readonly volatility: number;
  readonly maxDrawdown: number;
  /** The share of all windows in which it did better than the constant mix, and how many windows there are; NaN for the mix itself. */
  readonly windowsAhead: number;
  readonly windows: number;
}

/** A strategy beside its benchmarks. Prints itself. */
export interface BesideBenchmarks extends Displayed {
  /** The strategy, the constant mix of its exposure, and each of the assets that it held, bought and held: the first ten of them. */
  readonly lines: readonly BesideLine[];
  /** The strategy among random entries; null where there is only one order of its spells. */
  readonly randomEntry: RandomEntryBenchmark | null;
  readonly months: number;
  readonly table: Table;
  readonly notes: readonly string[];
}

/** More lines than this say nothing; a note says how many are left out. */
const MOST_ASSETS = 10;

/**
 * Sets a rotation beside what it must beat: the constant mix of the same exposure, each of its assets held throughout, and random entries of the
 * same exposure and turnover.
 *
 * All run over the rows of the result, with its costs. `windowsAhead` is the share of k-month windows, one ending on every row, in which a
 * line did better than the mix; that of the assets is the base rate beside which the strategy's has to be read. The mix and the random
 * entries know the strategy's whole exposure: they are benchmarks, not strategies.
 *
 * *Undefined (NaN):* CAGR under one year, and windows where the time is shorter than one.
 *
 * @param result what `backtest(panel, strategy, options)` gave; the options must be given again.
 * @throws InputError `series.invalid`, `option.type`, `option.unknown`, `option.range`, `option.missing`, `strategy.invalid` (all cash
 *   throughout), and those of `backtest`.
 * @see Aronson, D. (2007), Evidence-Based Technical Analysis, Wiley, ch. 1 and 5: a rule against a rule without its information.
 * @example
 * const funds = addIndicator(usFunds(), 'since', monthsSince(firstCuts(usPolicyRate())));
 * const rotated = backtest(funds, postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since' }));
 * const { lines, randomEntry } = besideBenchmarks(funds, rotated, { seed: 1, draws: 99 });
 * console.log(lines.map(({ what }) => what).join(', '), randomEntry?.share); // strategy, constant mix, buy and hold, buy and hold 0.41
 */
export function besideBenchmarks<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  result: BacktestResult<NoInfer<Asset>>,
  options: BesideBenchmarksOptions<NoInfer<Asset>>,
): BesideBenchmarks;
export function besideBenchmarks(
  panel: AnyPanel,
  result: BacktestResult,
  options: BesideBenchmarksOptions,
): BesideBenchmarks {
  const where = 'besideBenchmarks';
  storeOf(panel, where);
  assertResult(where, result);
  const given: unknown = options;
  assertObject(where, 'the options', given);
  const known = backtestOptionNames.filter((name) => name !== 'window');
  assertKnownOptions(where, options, ['seed', 'draws', 'months', ...known]);
  const { seed, draws, months = 12, ...rest } = options;
  assertNumber(where, 'months', months, { min: 1, integer: true });
  const { from, to } = result.settings;
  const settings: BacktestOptions = { ...rest, window: { from, to } };
  // First, since it alone sees whether panel and options are those of the result.
  const randomEntry = randomEntriesOf(panel, result, { ...rest, seed, draws });
  const mix = runAny(panel, constantMixOf(result), settings);
  const average = averageWeights(result);
  const all = result.assets.filter((asset) => average[asset]! > 0);
  const held = all.slice(0, MOST_ASSETS);
  const bought = held.map((asset) => runAny(panel, buyAndHold({ weights: { [asset]: 1 } }), settings));
  const line = (what: BesideLine['what'], returns: BacktestResult): BesideLine => {
    const ahead = returns === mix ? undefined : rollingWindows(returns, mix, { months });
    return Object.freeze({
      name: returns.name,
      what,
      returns,
      cagr: cagr(returns),
      volatility: volatility(returns),
      maxDrawdown: maxDrawdown(returns),
      windowsAhead: ahead?.share ?? NaN,
      windows: ahead?.windows ?? 0,
    });
  };
  const lines = [
    line('strategy', result),
    line('constant mix', mix),
    ...bought.map((one) => line('buy and hold', one)),
  ];
  const figures = { lines: Object.freeze(lines), randomEntry, months };
  const table = besideTable(figures, result, all.length - held.length);
  return withDisplay(
    { ...figures, table, notes: table.notes },
    { text: () => toText(table), html: () => toHtml(table) },
  );
}

/** Nothing where every order of the spells is the same: a strategy that never switches has no entries to draw. */
function randomEntriesOf(
  panel: AnyPanel,
  result: BacktestResult,
  options: Parameters<typeof randomEntryBenchmark>[2],
): RandomEntryBenchmark | null {
  try {
    return randomEntryBenchmark(panel, result, options);
  } catch (error) {
    if (isInputError(error) && error.code === 'strategy.too-few-decisions') return null;
    throw error;
  }
}
