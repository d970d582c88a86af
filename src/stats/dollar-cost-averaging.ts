import { assertNumber, InputError } from '../core/index.js';
import { assertReturnSeries, pairWith, type ReturnSeries } from '../panel/index.js';
import type { IsoDate } from '../time/index.js';
import { type Displayed, toHtml, toText, withDisplay } from '../table/index.js';
import { checkOptions } from './check-options.js';
import { averagingTable } from './dollar-cost-averaging-table.js';
import { finalWealths } from './final-wealths.js';
import { quantile } from './quantile.js';
import { assertCash } from './risk-free-option.js';
import { ratio } from './rounding.js';
import { mean } from './sample-statistics.js';
import { countApart } from './window-rows.js';

/** Options of {@link dollarCostAveraging}. */
export interface DollarCostAveragingOptions {
  /** In how many equal parts the money goes in: one at the start and one a period later each, 2 or more. */
  readonly parts: number;
  /** What the waiting money earns; nothing when absent. Not of kind 'excess'. */
  readonly cash?: ReturnSeries | undefined;
  /** After how many periods the two are compared; `parts` when absent, and no fewer. */
  readonly horizon?: number | undefined;
}

/** A lump sum against the same money in parts, over every start. Wealth is per unit of money at the start. Prints itself. */
export interface DollarCostAveraging extends Displayed {
  readonly name: string;
  readonly cash: string | null;
  readonly parts: number;
  readonly horizon: number;
  /** The close of the first and the last start; null where there is none. */
  readonly firstStart: IsoDate | null;
  readonly lastStart: IsoDate | null;
  /** Starts that were compared. Neighbouring ones share most of their periods. */
  readonly windows: number;
  /** How many of them have no period in common: how many cases there really are. */
  readonly separateWindows: number;
  /** Starts left out because a return, or one of cash, is missing. */
  readonly leftOut: number;
  readonly lumpSumAhead: number;
  readonly partsAhead: number;
  readonly ties: number;
  /** lumpSumAhead / windows; a tie counts as a window. */
  readonly lumpSumAheadShare: number;
  /** Final wealth of the lump sum less that of the parts. */
  readonly meanDifference: number;
  readonly medianDifference: number;
  /** The lowest final wealth that there was. */
  readonly lowestLumpSum: number;
  readonly lowestParts: number;
  /** What a reader must know: proxy rows, starts left out. */
  readonly notes: readonly string[];
}

/** Final wealths as near as this are level: chained returns differ by rounding. */
const LEVEL = 1e-12;

/**
 * Whether money put in at once ended ahead of the same money put in over time, for every start that a series allows.
 *
 * The lump sum earns Π(1 + R) over the `horizon`. The other puts 1/parts in at the start and at the end of each of the next
 * `parts` − 1 periods; what waits earns cash. Both are worth 1 at the start. Neither trades otherwise, pays costs or taxes, or adds money: saving from
 * income is another question, with nothing to put in at once.
 *
 * The share over all starts is no hit rate of that many independent cases: windows overlap. `separateWindows` says how many are apart.
 *
 * *Undefined (NaN):* no window: the series is shorter than the horizon.
 *
 * @returns a frozen object that shows itself as a table.
 * @throws InputError `series.invalid` (of kind 'excess': no wealth grows by it), `calendar.mismatch`, `option.type`, `option.range`,
 *   `option.unknown`.
 * @see Constantinides, G. M. (1979), "A Note on the Suboptimality of Dollar-Cost Averaging as an Investment Policy", Journal of Financial and
 *   Quantitative Analysis 14(2), 443–450; Shtekhman, A., Tasopoulos, C. and Wimmer, B. (2012), "Dollar-Cost Averaging Just Means Taking Risk Later", Vanguard.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0.5, -0.5, 0.5] } });
 * const { windows, lumpSumAhead, partsAhead, medianDifference } = dollarCostAveraging(returns('A'), { parts: 2 });
 * console.log(windows, lumpSumAhead, partsAhead, medianDifference); // 2 1 1 -0.125
 */
export function dollarCostAveraging(series: ReturnSeries, options: DollarCostAveragingOptions): DollarCostAveraging {
  const where = 'dollarCostAveraging';
  assertReturnSeries(where, 'the series', series);
  checkOptions(where, options, ['parts', 'cash', 'horizon']);
  const { parts, cash } = options;
  assertNumber(where, 'parts', parts, { min: 2, integer: true });
  const { horizon = parts } = options;
  assertNumber(where, 'horizon', horizon, { min: parts, integer: true });
  if (series.meta.kind === 'excess') {
    throw new InputError(
      'series.invalid',
      `${where}: "${series.name}" is of kind 'excess', a difference of two returns; no money grows by it. Give the returns of what is bought.`,
      { where, series: series.name, kind: series.meta.kind },
    );
  }
  if (cash !== undefined) assertCash(where, '"cash"', cash);
  const idle = cash === undefined ? new Float64Array(series.values.length) : pairWith(series, cash, where);
  const { starts, lumpSum, spread, possible } = finalWealths(series.values, idle, parts, horizon);
  const differences = lumpSum.map((value, window) => value - spread[window]!);
  const lumpSumAhead = differences.filter((value) => value > LEVEL).length;
  const partsAhead = differences.filter((value) => value < -LEVEL).length;
  const windows = starts.length;
  const dateOf = (start: number | undefined): IsoDate | null =>
    start === undefined ? null : series.calendar.date(start - 1);
  const figures = {
    name: series.name,
    cash: cash?.name ?? null,
    parts,
    horizon,
    firstStart: dateOf(starts[0]),
    lastStart: dateOf(starts.at(-1)),
    windows,
    separateWindows: countApart(starts.map((first) => ({ first, last: first + horizon - 1 }))),
    leftOut: possible - windows,
    lumpSumAhead,
    partsAhead,
    ties: windows - lumpSumAhead - partsAhead,
    lumpSumAheadShare: ratio(lumpSumAhead, windows),
    meanDifference: mean(differences),
    medianDifference: quantile(differences, 0.5),
    lowestLumpSum: windows === 0 ? NaN : lumpSum.reduce((low, value) => Math.min(low, value), Infinity),
    lowestParts: windows === 0 ? NaN : spread.reduce((low, value) => Math.min(low, value), Infinity),
  };
  const { notes, table } = averagingTable(figures, series, cash);
  return withDisplay({ ...figures, notes }, { text: () => toText(table), html: () => toHtml(table) });
}
