import { proxyNote, type ReturnSeries } from '../panel/index.js';
import { type Displayed, toHtml, toText, withDisplay } from '../table/index.js';
import type { IsoDate } from '../time/index.js';
import { closesNote } from './closes-note.js';
import { type CommonPath, commonPath } from './common-path.js';
import { markNotes } from './dated-values.js';
import { quantile } from './quantile.js';
import { ratio } from './rounding.js';
import { rollingWindowsTable } from './rolling-windows-table.js';
import { lengthInWords, windowLength, type WindowLength } from './window-length.js';
import { levelRatio } from './wealth-path.js';
import { windowGrowth } from './window-growth.js';
import { countApartByStart, windowStarts } from './window-rows.js';

/** In how many windows of a length a series beat another. Prints itself. */
export interface RollingWindows extends Displayed {
  readonly name: string;
  readonly benchmark: string;
  /** "10 years". */
  readonly length: string;
  /** The close from which the first window counts, and the one on which the last ends; null where there is no window. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Windows that were compared, one ending on every row. Neighbouring ones share all rows but one. */
  readonly windows: number;
  /** How many of them have no row in common: how many cases there really are. */
  readonly separateWindows: number;
  /** Windows left out because a return is missing inside. */
  readonly leftOut: number;
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** wins / windows; a tie counts as a window. */
  readonly share: number;
  /** (1 + R)/(1 + B) − 1 over the windows: the middle one, the worst and the best. */
  readonly medianRelativeGain: number;
  readonly lowestRelativeGain: number;
  readonly highestRelativeGain: number;
  /** What a reader must know: overlap, windows left out, proxy rows, hindsight. */
  readonly notes: readonly string[];
}

/** Final wealths as near as this are level: chained returns differ by rounding. */
const LEVEL = 1e-12;

/**
 * The share of k-year windows in which a series beat another: windows ending on every row of the time that both live, by their compounded returns.
 *
 * share = #{Π(1 + r) > Π(1 + b)} / windows. With ten-year windows of monthly data nine tenths of a window are in its twelfth neighbour too: 100 % of 240
 * windows is what two cases say. `separateWindows` counts those without a common row; put that number beside the share, never the other alone.
 *
 * *Undefined (NaN):* no window: the common time is shorter, or a hole is in all of them. A window with a hole is left out and counted.
 *
 * @param window its length, in years, months or periods; by rows on monthly and coarser calendars, by dates on daily and weekly ones.
 * @returns a frozen object that shows itself as a table.
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.missing`, `option.range`, `option.type`, `option.unknown`.
 * @see Hansen, L. P. and Hodrick, R. J. (1980), "Forward Exchange Rates as Optimal Predictors of Future Spot Rates", Journal of Political
 *   Economy 88(5), on overlapping observations.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [0.5, 0, 0, 0.1], B: [0.1, 0.1, 0.1, 0.1] } });
 * const { share, windows, separateWindows } = rollingWindows(returns('A'), returns('B'), { years: 2 });
 * console.log(share.toFixed(4), windows, separateWindows); // 0.3333 3 2
 */
export function rollingWindows(series: ReturnSeries, benchmark: ReturnSeries, window: WindowLength): RollingWindows {
  const where = 'rollingWindows';
  const length = windowLength(where, window);
  const path = commonPath(series, benchmark, where);
  const { calendar } = path.series;
  const { starts, relatives, leftOut } = comparisons(path, windowStarts(path.series, length, where));
  let [wins, losses] = [0, 0];
  for (let window = 0; window < relatives.length; window++) {
    if (relatives[window]! > LEVEL) wins++;
    else if (relatives[window]! < -LEVEL) losses++;
  }
  const first = starts.findIndex((start) => start >= 0);
  const final = starts.findLastIndex((start) => start >= 0);
  const windows = relatives.length;
  const figures = {
    name: series.name,
    benchmark: benchmark.name,
    length: lengthInWords(length),
    from: first < 0 ? null : calendar.date(starts[first]! - 1),
    to: final < 0 ? null : calendar.date(final),
    windows,
    separateWindows: countApartByStart(starts),
    leftOut,
    wins,
    ties: windows - wins - losses,
    losses,
    share: ratio(wins, windows),
    medianRelativeGain: quantile(relatives, 0.5),
    lowestRelativeGain: quantile(relatives, 0),
    highestRelativeGain: quantile(relatives, 1),
  };
  const marks = [
    ...closesNote(series, benchmark),
    ...markNotes([series, benchmark], (one) => proxyNote(one, calendar)),
  ];
  const { table, notes } = rollingWindowsTable(figures, marks);
  return withDisplay({ ...figures, notes }, { text: () => toText(table), html: () => toHtml(table) });
}

/** The windows in which both are known, by the row on which they end, and how much further the one got in each: (1 + R)/(1 + B) − 1. */
function comparisons(
  { series, benchmark }: CommonPath,
  starts: Int32Array,
): {
  /** −1 where there is none. */
  readonly starts: Int32Array;
  readonly relatives: Float64Array;
  readonly leftOut: number;
} {
  const [own, other] = [windowGrowth(series.values), windowGrowth(benchmark.values)];
  const compared = starts.slice();
  const relatives = new Float64Array(starts.length);
  let [leftOut, count] = [0, 0];
  for (let last = 0; last < starts.length; last++) {
    const first = starts[last]!;
    if (first < 0) continue;
    const relative = levelRatio(own(first, last), other(first, last)) - 1;
    if (!Number.isNaN(relative)) relatives[count++] = relative;
    else {
      leftOut++;
      compared[last] = -1;
    }
  }
  return { starts: compared, relatives: relatives.slice(0, count), leftOut };
}
