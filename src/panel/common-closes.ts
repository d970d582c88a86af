import { assembleCalendar, type Calendar, countsDays, sameCalendar, weekday } from '../time/index.js';
import { lastDayOf } from './partial-rows.js';
import { lifeOf } from './life.js';
import { makeReturnSeries, type ReturnSeries } from './return-series.js';

/**
 * The closes between which the rows of a daily or weekly series lie: entry t is the one before row t, the last entry that of its last row.
 * A week dated on its weekend ends with Friday's close; the last row of a series that ended inside it, on that day.
 */
export function closesOf(series: ReturnSeries): Int32Array {
  const { base, days, frequency } = series.calendar;
  const closes = new Int32Array(days.length + 1);
  closes[0] = base;
  for (let row = 0; row < days.length; row++) closes[row + 1] = days[row]!;
  const { last } = lifeOf(series.values);
  if (last >= 0) closes[last + 1] = lastDayOf(series);
  return frequency === 'weekly' ? closes.map((day) => day - Math.max(0, weekday(day) - 5)) : closes;
}

/** The numbers that two ascending rows of numbers have in common. */
export function inBoth(a: Int32Array, b: Int32Array): Int32Array {
  const kept = new Int32Array(Math.min(a.length, b.length));
  let [count, other] = [0, 0];
  for (const one of a) {
    while (other < b.length && b[other]! < one) other++;
    if (b[other] === one) kept[count++] = one;
  }
  return kept.subarray(0, count);
}

/**
 * Daily or weekly series whose markets were closed on different days, each between the closes that all of them have: a return over a holiday
 * of one stands beside the compounded returns of the others over the same days.
 *
 * A series that needs no compounding is answered as it is; one that does has the common closes for its calendar. NaN where a return inside is missing. Nothing changes for
 * coarser periods, which are matched by their number, nor where fewer than two closes are common.
 */
export function onCommonCloses(series: readonly ReturnSeries[]): readonly ReturnSeries[] {
  const [first, ...rest] = series;
  const alike = (other: ReturnSeries): boolean => sameCalendar(first!.calendar, other.calendar);
  if (first === undefined || rest.every(alike) || !series.every((one) => comparable(one.calendar, first.calendar)))
    return series;
  const all = series.map(closesOf);
  const common = all.reduce(inBoth);
  return common.length < 2 ? series : series.map((one, index) => between(one, all[index]!, common));
}

const comparable = (a: Calendar, b: Calendar): boolean => countsDays(a) && a.frequency === b.frequency;

/** A series between the closes in common; the series itself where these are closes in a row. */
function between(series: ReturnSeries, closes: Int32Array, common: Int32Array): ReturnSeries {
  const from = closes.indexOf(common[0]!);
  if (closes[from + common.length - 1] === common.at(-1)) return series;
  const values = new Float64Array(common.length - 1);
  let row = from;
  for (let index = 0; index < values.length; index++) {
    const start = row;
    while (closes[row]! < common[index + 1]!) row++;
    values[index] = compounded(series.values, start, row);
  }
  const calendar = assembleCalendar(series.calendar.frequency, common[0]!, common.slice(1));
  return makeReturnSeries(series.name, calendar, values, series.meta);
}

/** The return over the rows `from` to `to` (exclusive); that of a single row to the last digit. */
export function compounded(values: ReturnSeries['values'], from: number, to: number): number {
  if (to === from + 1) return values[from]!;
  let growth = 1;
  for (let row = from; row < to; row++) growth *= 1 + values[row]!;
  return growth - 1;
}
