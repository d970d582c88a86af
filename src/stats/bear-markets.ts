import { assertNumber, deepFreeze } from '../core/index.js';
import { type DatedSignal, proxyNote, type ReturnSeries } from '../panel/index.js';
import {
  type Displayed,
  makeTable,
  percentCell,
  type Table,
  textCell,
  toHtml,
  toText,
  withDisplay,
} from '../table/index.js';
import { type Calendar, type IsoDate, parseIsoDate, periodNumber } from '../time/index.js';
import { checkOptions } from './check-options.js';
import { assertNoHole } from './no-hole.js';
import { path } from './observed.js';
import { levelAt, levelRatio, type WealthPath, wealthPathOf } from './wealth-path.js';

/** One fall of a market from a peak to a trough. */
export interface BearMarket {
  /** The last close at the peak. */
  readonly peak: IsoDate;
  /** The first close at the lowest level before the market rose again. */
  readonly trough: IsoDate;
  /** Wealth at the trough / wealth at the peak − 1, a fraction below 0. */
  readonly fall: number;
  /** Rows after the peak, up to the trough. */
  readonly periods: number;
}

/** When a market fell: a regime for `conditionalStatistics`, 1 after a peak up to the trough, NaN before and after the data. Prints itself. */
export interface BearMarkets extends DatedSignal, Displayed {
  readonly threshold: number;
  readonly markets: readonly BearMarket[];
  readonly usesHindsight: true;
}

/** Options of {@link bearMarkets}. */
export interface BearMarketsOptions {
  /** The least fall, and the rise that ends it, as a fraction; 0.2 when absent. */
  readonly threshold?: number | undefined;
}

/** A fall of exactly the threshold is one, whatever rounding makes of it. */
const ROUNDED = 1e-12;

/**
 * The bear markets of a series: from every peak that wealth fell from by a fifth or more (`threshold`) to the trough, by hindsight.
 *
 * A fall begins at the highest close since the trough before, and counts once a close lies `threshold` below; it ends at its lowest close, which is
 * the trough once wealth has risen by `threshold` from it. So a new fall before the old peak is regained is a market of its own, as in 1937, and a rally of
 * less than the threshold is not its end. The rows after the peak up to the trough are in it. On month ends falls are shallower and fewer than on days.
 *
 * That a peak was one is known only when the market has fallen, and a trough when it has risen: `usesHindsight` is true, and the last market may still
 * change as data are added. Do not trade on it.
 *
 * @returns a frozen signal with the list of markets, oldest first.
 * @throws InputError `series.invalid`, `option.unknown`, `option.type`, `option.range`; `returns.hole` when a return is missing inside the life;
 *   `returns.ruin` for a return below −1, which only a difference of returns can be.
 * @see Lunde, A. and Timmermann, A. (2004), "Duration Dependence in Stock Prices: An Analysis of Bull and Bear Markets", Journal of
 *   Business & Economic Statistics 22(3), 253–273: the filter, with one threshold for both ways.
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03', '2024-04'], returns: { A: [0.1, -0.2, -0.1, 0.3] } });
 * const [bear] = bearMarkets(returns('A')).markets;
 * console.log(bear?.peak, bear?.trough, bear?.fall.toFixed(2)); // 2024-01-31 2024-03-31 -0.28
 */
export function bearMarkets(series: ReturnSeries, options: BearMarketsOptions = {}): BearMarkets {
  const where = 'bearMarkets';
  const life = path(series, where);
  checkOptions(where, options, ['threshold']);
  const { threshold = 0.2 } = options;
  assertNumber(where, 'threshold', threshold, { min: 0.001, max: 0.999, allowed: 'a fraction of 1, such as 0.2' });
  assertNoHole(where, life);
  const { calendar } = life;
  const wealth = wealthPathOf(life.values);
  const falls = fallsOf(wealth, threshold);
  const marks = new Uint8Array(calendar.length);
  for (const { peak, trough } of falls) marks.fill(1, peak, trough);
  const markets = falls.map(({ peak, trough }): BearMarket => ({
    peak: calendar.date(peak - 1),
    trough: calendar.date(trough - 1),
    fall: share(wealth, trough, peak) - 1,
    periods: trough - peak,
  }));
  const signal = {
    name: `bear markets of ${series.name}`,
    usesHindsight: true as const,
    threshold,
    markets: deepFreeze(markets),
    valueOn: (date: string) => marks[rowOf(calendar, parseIsoDate(date, where))] ?? NaN,
  };
  const table = tableOf(signal, proxyNote(series));
  return withDisplay(signal, { text: () => toText(table), html: () => toHtml(table) });
}

/** Wealth at one point of a path over that at another. */
const share = (wealth: WealthPath, point: number, other: number): number =>
  levelRatio(levelAt(wealth, point), levelAt(wealth, other));

/** Peaks and troughs as points of the wealth path, whose first is the base. */
function fallsOf(wealth: WealthPath, threshold: number): { readonly peak: number; readonly trough: number }[] {
  const falls: { peak: number; trough: number }[] = [];
  let peak = 0;
  let open: { peak: number; trough: number } | undefined;
  for (let point = 1; point < wealth.levels.length; point++) {
    if (open !== undefined) {
      if (share(wealth, point, open.trough) < 1) open.trough = point;
      // Where everything is lost no share is known, and nothing rises again.
      if (!(share(wealth, point, open.trough) >= (1 + threshold) * (1 - ROUNDED))) continue;
      open = undefined;
      peak = point;
    } else if (share(wealth, point, peak) >= 1 - ROUNDED) {
      peak = point;
    } else if (share(wealth, point, peak) <= (1 - threshold) * (1 + ROUNDED)) {
      open = { peak, trough: point };
      falls.push(open);
    }
  }
  return falls;
}

/** The row in whose period a day lies; −1 outside the calendar. */
function rowOf({ frequency, base, days, length }: Calendar, day: number): number {
  if (frequency === 'daily' && day <= base) return -1;
  let [low, high] = [0, length];
  const period = periodNumber(frequency, day);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (periodNumber(frequency, days[middle]!) < period) low = middle + 1;
    else high = middle;
  }
  // A day without a row (a holiday) lies in the period that ends with the next row.
  return low < length && (frequency === 'daily' || periodNumber(frequency, days[low]!) === period) ? low : -1;
}

function tableOf({ name, threshold, markets }: Omit<BearMarkets, 'toString'>, proxy: string | undefined): Table {
  return makeTable({
    title: `${name}: falls of ${percentCell(threshold, 0).text} and more`,
    columns: [
      { key: 'peak', label: 'Peak', align: 'left' },
      { key: 'trough', label: 'Trough', align: 'left' },
      { key: 'fall', label: 'Fall' },
      { key: 'periods', label: 'Periods' },
    ],
    rows: markets.map(({ peak, trough, fall, periods }) => ({
      peak: textCell(peak),
      trough: textCell(trough),
      fall: percentCell(fall),
      periods,
    })),
    notes: [
      'Warning: uses hindsight: a peak and a trough are known only later; the last market may still change.',
      ...(proxy === undefined ? [] : [`Warning: ${proxy}`]),
    ],
  });
}
