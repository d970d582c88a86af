import { deepFreeze } from '../core/index.js';
import { partialRowsOf, type ReturnSeries } from '../panel/index.js';
import { type Calendar, civilDate, monthNumber, weekday } from '../time/index.js';
import { path } from './observed.js';

/** The returns of one calendar year. */
export interface CalendarYear {
  readonly year: number;
  /** January to December, fractions; NaN where there is no return, and on weekly, quarterly and annual calendars. */
  readonly months: readonly number[];
  /** The months (1 to 12) of which the series covers a part only. */
  readonly partialMonths: readonly number[];
  /** All of the year that the series covers, compounded; NaN over a hole. */
  readonly total: number;
  /** Whether that is the whole year, and known. */
  readonly complete: boolean;
}

/**
 * A table of calendar months and years: every period compounded into the month and the year that it ends in.
 *
 * A year is `complete` when the series covers it from its first to its last period. Daily: the row (or base) before it lies in
 * the year before, and a row follows in the next year or no Monday-to-Friday day of the year is left. Monthly and coarser: every
 * period is there and none is partial, neither in the calendar nor because the series ended inside it (which `resample` marks in
 * `meta.endsOn`; in periods from elsewhere such an end cannot be told). Weekly years are never complete: a week straddles the turn of the year.
 *
 * *Undefined (NaN):* a month or year with a hole.
 *
 * @returns frozen rows, one per year of the life, oldest first; empty for a series without returns.
 * @see CFA Institute, Global Investment Performance Standards (2020), on calendar-year returns.
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2023-11', '2023-12', '2024-01'], returns: { A: [0.5, 0.5, 0.01] } });
 * console.log(calendarReturns(returns('A')).map(({ year, total, complete }) => `${year} ${total.toFixed(2)} ${complete}`).join(', ')); // 2023 1.25 false, 2024 0.01 false
 */
export function calendarReturns(series: ReturnSeries): readonly CalendarYear[] {
  const life = path(series, 'calendarReturns');
  const { values } = life;
  const calendar = { ...life.calendar, partialRows: partialRowsOf(life) };
  const years = spansBy(calendar, 0, calendar.length - 1, (day) => civilDate(day).year);
  return deepFreeze(years.map((span) => calendarYear(calendar, values.slice(), span)));
}

/** Consecutive rows of one month or year. */
interface Span {
  readonly key: number;
  readonly from: number;
  readonly to: number;
}

type KeyOfDay = (day: number) => number;

function spansBy(calendar: Calendar, first: number, last: number, keyOf: KeyOfDay): Span[] {
  const spans: Span[] = [];
  for (let from = first; from <= last; from = spans.at(-1)!.to + 1) {
    const key = keyOf(calendar.days[from]!);
    let to = from;
    while (to < last && keyOf(calendar.days[to + 1]!) === key) to++;
    spans.push({ key, from, to });
  }
  return spans;
}

function calendarYear(calendar: Calendar, values: Float64Array, { key: year, from, to }: Span): CalendarYear {
  const months = new Array<number>(12).fill(NaN);
  const partialMonths: number[] = [];
  if (calendar.frequency === 'daily' || calendar.frequency === 'monthly') {
    for (const month of spansBy(calendar, from, to, monthNumber)) {
      months[month.key % 12] = compound(values, month);
      if (!covered(calendar, month, monthNumber, 1)) partialMonths.push((month.key % 12) + 1);
    }
  }
  const total = compound(values, { from, to });
  const whole = covered(calendar, { from, to }, (day) => civilDate(day).year, calendar.periodsPerYear);
  return { year, months, partialMonths, total, complete: whole && !Number.isNaN(total) };
}

function compound(values: Float64Array, { from, to }: Pick<Span, 'from' | 'to'>): number {
  let growth = 1;
  for (let row = from; row <= to; row++) growth *= 1 + values[row]!;
  return growth - 1;
}

/** Whether the rows are all of their month or year, which has `periods` rows on calendars coarser than weekly. */
function covered(
  { frequency, days, base, length, partialRows }: Calendar,
  { from, to }: Pick<Span, 'from' | 'to'>,
  keyOf: KeyOfDay,
  periods: number,
): boolean {
  if (frequency === 'weekly' || partialRows.some((row) => row >= from && row <= to)) return false;
  if (frequency !== 'daily') return to - from + 1 === periods;
  const last = days[to]!;
  const before = from === 0 ? base : days[from - 1]!;
  const after = to + 1 < length ? days[to + 1]! : last + (weekday(last) >= 5 ? 8 - weekday(last) : 1);
  return keyOf(before) !== keyOf(days[from]!) && keyOf(after) !== keyOf(last);
}
