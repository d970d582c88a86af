import { deepFreeze, type ReadonlyFloat64Array } from '../core/index.js';
import { partialRowsOf, type ReturnSeries } from '../panel/index.js';
import { type Calendar, civilDate, lastDayOfMonth, monthNumber, weekday } from '../time/index.js';
import { path } from './observed.js';
import { growthOver } from './total-return.js';
import { showCalendar } from './years-display.js';

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
  const years = yearsIn(life, (calendar, span) => monthsOf(calendar, life.values, span));
  return deepFreeze(showCalendar(years, series.name));
}

/** Consecutive rows of one month or year. */
interface Span {
  readonly key: number;
  readonly from: number;
  readonly to: number;
}

/** Months or years: their numbers, and the last day of each. */
interface Unit {
  readonly keyOf: (day: number) => number;
  readonly lastDay: (key: number) => number;
}

const MONTH: Unit = { keyOf: monthNumber, lastDay: lastDayOfMonth };
const YEAR: Unit = { keyOf: (day) => civilDate(day).year, lastDay: (year) => lastDayOfMonth(12 * year + 11) };

function spansBy({ days }: Calendar, first: number, last: number, { keyOf, lastDay }: Unit): Span[] {
  const spans: Span[] = [];
  for (let from = first; from <= last; from = spans.at(-1)!.to + 1) {
    const key = keyOf(days[from]!);
    const end = lastDay(key);
    let to = from;
    while (days[to + 1]! <= end) to++;
    spans.push({ key, from, to });
  }
  return spans;
}

/** The calendar years of a series that begins and ends with a return, each with what else is asked of its rows. */
export function yearsIn<More extends object>(
  life: ReturnSeries,
  moreOf: (calendar: Calendar, span: Span) => More,
): (Omit<CalendarYear, 'months' | 'partialMonths'> & More)[] {
  const calendar = { ...life.calendar, partialRows: partialRowsOf(life) };
  return spansBy(calendar, 0, calendar.length - 1, YEAR).map((span) => {
    const total = growthOver(life.values, span.from, span.to) - 1;
    const whole = covered(calendar, span, YEAR, calendar.periodsPerYear);
    return { year: span.key, ...moreOf(calendar, span), total, complete: whole && !Number.isNaN(total) };
  });
}

function monthsOf(
  calendar: Calendar,
  values: ReadonlyFloat64Array,
  { from, to }: Span,
): Pick<CalendarYear, 'months' | 'partialMonths'> {
  const months = new Array<number>(12).fill(NaN);
  const partialMonths: number[] = [];
  if (calendar.frequency === 'daily' || calendar.frequency === 'monthly') {
    for (const month of spansBy(calendar, from, to, MONTH)) {
      months[month.key % 12] = growthOver(values, month.from, month.to) - 1;
      if (!covered(calendar, month, MONTH, 1)) partialMonths.push((month.key % 12) + 1);
    }
  }
  return { months, partialMonths };
}

/** Whether the rows are all of their month or year, which has `periods` rows on calendars coarser than weekly. */
function covered(
  { frequency, days, base, length, partialRows }: Calendar,
  { key, from, to }: Span,
  { keyOf, lastDay }: Unit,
  periods: number,
): boolean {
  if (frequency === 'weekly' || partialRows.some((row) => row >= from && row <= to)) return false;
  if (frequency !== 'daily') return to - from + 1 === periods;
  const last = days[to]!;
  const after = to + 1 < length ? days[to + 1]! : last + (weekday(last) >= 5 ? 8 - weekday(last) : 1);
  return keyOf(base) !== key && after > lastDay(key);
}
