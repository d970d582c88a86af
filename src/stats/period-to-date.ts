import { lastDayOf, type ReturnSeries } from '../panel/index.js';
import { type Displayed, toHtml, toText, withDisplay } from '../table/index.js';
import { dayOf, isoDate, type IsoDate, lastDayOfMonth, monthNumber, rowOnOrBefore } from '../time/index.js';
import { cagrOfLife } from './cagr.js';
import { path } from './observed.js';
import { periodToDateTable } from './period-to-date-table.js';
import { growthOf } from './total-return.js';
import { coversYear } from './trailing-months.js';
import { trailingRows } from './trailing-return.js';
import { cutRows } from './window-rows.js';

/** The return from one close up to the last one. */
export interface ReturnToDate {
  /** The close from which it is counted; null where the series does not reach back so far. */
  readonly from: IsoDate | null;
  /** Per year where `annualised`, otherwise what was earned in all; a fraction. */
  readonly return: number;
  readonly annualised: boolean;
  /** What was earned in all, a fraction. */
  readonly total: number;
}

/** The returns that fund reports show, as of one day. Prints itself. */
export interface PeriodToDate extends Displayed {
  readonly name: string;
  /** The last day with a return; null where there is none. */
  readonly asOf: IsoDate | null;
  readonly monthToDate: ReturnToDate;
  readonly quarterToDate: ReturnToDate;
  readonly yearToDate: ReturnToDate;
  readonly oneYear: ReturnToDate;
  readonly threeYears: ReturnToDate;
  readonly fiveYears: ReturnToDate;
  readonly tenYears: ReturnToDate;
  readonly sinceInception: ReturnToDate;
  /** What a reader must know: proxy rows, hindsight, an inception that is the start of the data. */
  readonly notes: readonly string[];
}

/**
 * Returns up to the last row of a series: month, quarter and year to date, the last one, three, five and ten years, and all of it.
 *
 * "To date" counts from the last close before the month, quarter or year of the last return. Three, five and ten years are yearly figures
 * (`cagr` of that window), and so is "since inception" from one year on; up to one year it is what was earned in all. `total` always is. "Inception" is the first return in the data.
 * Years of daily and weekly returns are those of `trailingReturn`.
 * As of the last return, not of today: a series that ended long ago shows its last days.
 *
 * *Undefined (NaN):* the series begins later than the window; a hole inside it; no row ends where the window begins (a month of
 * quarterly returns, and to-date figures of weekly ones: a week straddles the turn of a month).
 *
 * @returns a frozen object that shows itself as a table.
 * @throws InputError `series.invalid`.
 * @see CFA Institute, Global Investment Performance Standards (2020): one-, five- and ten-year annualised returns to the most recent period
 *   end; periods under one year are not annualised.
 * @example
 * const spy = periodToDate(slice(usFunds().returns('SPY'), { to: '2022-12' }));
 * console.log(spy.asOf, spy.yearToDate.return.toFixed(3), spy.yearToDate.from); // 2022-12-31 -0.182 2021-12-31
 */
export function periodToDate(series: ReturnSeries): PeriodToDate {
  const life = path(series, 'periodToDate');
  const figures = {
    name: series.name,
    asOf: life.calendar.length === 0 ? null : isoDate(lastDayOf(life)),
    ...returnsToDate(life),
    sinceInception: figure(life, coversYear(life)),
  };
  const { table, notes } = periodToDateTable(figures, series);
  return withDisplay({ ...figures, notes }, { text: () => toText(table), html: () => toHtml(table) });
}

/** The returns to date of a series that begins and ends with a return, but that since its inception. */
export function returnsToDate(
  life: ReturnSeries,
): Omit<PeriodToDate, 'name' | 'asOf' | 'sinceInception' | 'notes' | 'toString'> {
  return {
    monthToDate: figure(toDate(life, 1), false),
    quarterToDate: figure(toDate(life, 3), false),
    yearToDate: figure(toDate(life, 12), false),
    oneYear: figure(trailingRows(life, { months: 12 }), false),
    threeYears: figure(trailingRows(life, { months: 36 }), true),
    fiveYears: figure(trailingRows(life, { months: 60 }), true),
    tenYears: figure(trailingRows(life, { months: 120 }), true),
  };
}

function figure(window: ReturnSeries | undefined, annualised: boolean): ReturnToDate {
  if (window === undefined || window.calendar.length === 0)
    return Object.freeze({ from: null, return: NaN, annualised, total: NaN });
  const total = growthOf(window) - 1;
  return Object.freeze({
    from: window.calendar.date(-1),
    return: annualised ? cagrOfLife(window) : total,
    annualised,
    total,
  });
}

/** The rows of the last return's month (or quarter, or year, of `months`) up to it; undefined where no row ends just before. */
function toDate(life: ReturnSeries, months: number): ReturnSeries | undefined {
  const { calendar } = life;
  const last = calendar.length - 1;
  if (calendar.frequency === 'weekly') return undefined;
  const start = Math.floor(monthNumber(lastDayOf(life)) / months) * months;
  const first = rowOnOrBefore(calendar, lastDayOfMonth(start - 1)) + 1;
  if (first < 0) return undefined;
  // Days follow each other; a coarser row must end in the very month before.
  const adjoins = calendar.frequency === 'daily' || monthNumber(dayOf(calendar, first - 1)) === start - 1;
  return adjoins ? cutRows(life, first, last) : undefined;
}
