import { assertOneOf, describeValue, InputError } from '../core/index.js';
import { assembleCalendar, type Calendar } from './calendar.js';
import { civilDate, lastDayOfMonth, monthNumber, previousWeekday } from './civil.js';
import { frequencies, type Frequency, periodName, periodNumber } from './frequency.js';
import { isoDate, parseBound, parseIsoDate } from './iso-date.js';

/** What a calendar is made from. */
export interface CalendarInput {
  readonly frequency: Frequency;
  /**
   * Period ends as `YYYY-MM-DD`; monthly, quarterly and annual calendars also take `YYYY-MM` for the last day of that month. Days
   * that all are the first of a month are refused there: some sources mean the month that begins, others the one that ended.
   */
  readonly dates: readonly string[];
  /** The day of the starting wealth. Absent: last day of the period before (monthly and coarser), 7 days before (weekly), the previous weekday that is not 1 January (daily). */
  readonly base?: string;
}

const LONGEST_DAILY_GAP = 31;

/**
 * A checked calendar.
 *
 * @throws InputError `calendar.empty`, `date.format`, `date.impossible`, `calendar.duplicate`, `calendar.order`,
 *   `calendar.frequency` (two rows in one period, rows much further apart than declared, or months and longer periods all dated by
 *   the first of a month), `calendar.gap` (a period is
 *   missing), `calendar.base` (base not before the first row, or more than one period before it). Every message names the row
 *   and the date.
 */
export function makeCalendar({ frequency, dates, base }: CalendarInput, where = 'calendar'): Calendar {
  assertOneOf(where, 'frequency', frequency, frequencies);
  if (!Array.isArray(dates) || dates.length === 0) {
    const found = Array.isArray(dates) ? 'no dates' : describeValue(dates);
    throw new InputError('calendar.empty', `${where}: found ${found}; "dates" needs at least one period end.`, {
      where,
    });
  }
  const coarse = frequency !== 'daily' && frequency !== 'weekly';
  const days = Int32Array.from(dates, (text, row) => {
    const place = `${where}, row ${row}`;
    return coarse ? parseBound(text, 'to', place) : parseIsoDate(text, place);
  });
  checkRows(days, frequency, where);
  if (coarse) refuseFirstDays(dates, where);
  const baseDay = base === undefined ? defaultBase(frequency, days[0]!) : parseBound(base, 'to', `${where}, base`);
  if (baseDay >= days[0]!) {
    throw new InputError(
      'calendar.base',
      `${where}: the base ${isoDate(baseDay)} is not before the first period end ${isoDate(days[0]!)}. ` +
        'The base is the day of the starting wealth, one period before the first return.',
      { where, base: isoDate(baseDay), first: isoDate(days[0]!) },
    );
  }
  const early = periodNumber(frequency, days[0]!) - periodNumber(frequency, baseDay);
  if (early > (frequency === 'daily' ? LONGEST_DAILY_GAP : 1)) {
    throw new InputError(
      'calendar.base',
      `${where}: the base ${isoDate(baseDay)} lies ${early} ${frequency === 'daily' ? 'days' : `${periodName[frequency]}s`} before the first ` +
        `period end ${isoDate(days[0]!)}. The base is the day of the starting wealth, one period before the first return; leave it out for the usual one.`,
      { where, base: isoDate(baseDay), first: isoDate(days[0]!) },
    );
  }
  // A base inside the first period leaves only a part of it.
  return assembleCalendar(frequency, baseDay, days, coarse && early === 0 ? [0] : []);
}

/** The day one period before a first period end, where the data do not say. */
export function defaultBase(frequency: Frequency, first: number): number {
  if (frequency === 'daily') return previousTradingDay(first);
  if (frequency === 'weekly') return first - 7;
  const months = { monthly: 1, quarterly: 3, annual: 12 }[frequency];
  return lastDayOfMonth(monthNumber(first) - months);
}

/** New Year's Day is the one day on which no exchange trades: 2 January follows the last weekday of December. */
function previousTradingDay(day: number): number {
  const before = previousWeekday(day);
  const { month, day: dayOfMonth } = civilDate(before);
  return month === 1 && dayOfMonth === 1 ? previousWeekday(before) : before;
}

function refuseFirstDays(dates: readonly string[], where: string): void {
  if (dates.length < 2 || !dates.every((text) => /^\d{4}-\d{2}-01$/.test(text))) return;
  const month = dates[0]!.slice(0, 7);
  throw new InputError(
    'calendar.frequency',
    `${where}: every date is the first of a month (${dates[0]!}, ${dates[1]!} …). Some sources date the period that begins there so, ` +
      `others the one that ended the day before. Write "YYYY-MM" for the last month that the row covers, such as "${month}" where ${dates[0]!} stands for the period that begins with ${month}.`,
    { where, row: 0, found: dates[0] },
  );
}

function checkRows(days: Int32Array, frequency: Frequency, where: string): void {
  // Order first: in unsorted rows every step would look like a gap.
  checkOrder(days, where);
  let wide = 0;
  for (let row = 1; row < days.length; row++) {
    const [before, day] = [days[row - 1]!, days[row]!];
    const step = periodNumber(frequency, day) - periodNumber(frequency, before);
    const details = { where, row, before: isoDate(before), found: isoDate(day) };
    if (step === 0) {
      throw new InputError(
        'calendar.frequency',
        `${where}: rows ${row - 1} and ${row} (${isoDate(before)}, ${isoDate(day)}) lie in one ${periodName[frequency]}, but the ` +
          `frequency is declared as '${frequency}'. Declare the finer frequency, or resample.`,
        details,
      );
    }
    if (frequency === 'daily' ? step > LONGEST_DAILY_GAP : step > 1) throw gap(frequency, step, where, details);
    if (frequency === 'daily' && step > 4) wide++;
  }
  if (frequency === 'daily' && days.length > 2 && wide * 2 > days.length - 1) {
    throw new InputError(
      'calendar.frequency',
      `${where}: ${wide} of ${days.length - 1} steps between rows are longer than four days (the first rows are ${isoDate(days[0]!)}, ` +
        `${isoDate(days[1]!)}), but the frequency is declared as 'daily'. Declare 'weekly' or 'monthly'.`,
      { where, wide, rows: days.length },
    );
  }
}

function checkOrder(days: Int32Array, where: string): void {
  for (let row = 1; row < days.length; row++) {
    const [before, day] = [days[row - 1]!, days[row]!];
    if (day > before) continue;
    const details = { where, row, before: isoDate(before), found: isoDate(day) };
    if (day === before) {
      throw new InputError(
        'calendar.duplicate',
        `${where}: ${isoDate(day)} stands twice, in rows ${row - 1} and ${row}. Keep one.`,
        details,
      );
    }
    throw new InputError(
      'calendar.order',
      `${where}: row ${row} is ${isoDate(day)}, which is earlier than ${isoDate(before)} in row ${row - 1}. Sort the rows by date, oldest first.`,
      details,
    );
  }
}

function gap(
  frequency: Frequency,
  step: number,
  where: string,
  details: { before: string; found: string },
): InputError {
  const missing =
    frequency === 'daily'
      ? `${step - 1} calendar days without a row`
      : `${step - 1} ${periodName[frequency]}${step > 2 ? 's' : ''} missing`;
  return new InputError(
    'calendar.gap',
    `${where}: ${missing} between ${details.before} and ${details.found}. Add a row for every ${periodName[frequency]}; ` +
      'where an asset has no return, its value is NaN (null in JSON, empty in CSV).',
    { ...details, where, missing: step - 1 },
  );
}
