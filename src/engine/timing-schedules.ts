import { assertFilledArray, assertNumber, describeValue, InputError } from '../core/index.js';
import {
  annually,
  type Calendar,
  type CalendarSchedule,
  everyPeriods,
  monthNumber,
  type Schedule,
} from '../time/index.js';

/** Rows of the longest rhythm: each of its offsets is a backtest. */
const MOST = 10_000;

/** Which schedules a strategy is run on: see {@link timingLuck}. */
export interface TimingChoice {
  /** `'month'`: annually, once for every month in which the calendar has a row. A number n: every n rows, once for each of the n offsets. */
  readonly every?: 'month' | number | undefined;
  /** Schedules of your own in place of `every`, two or more. */
  readonly schedules?: readonly Schedule[] | undefined;
}

/** The schedules to be compared. */
export function timingSchedules(
  where: string,
  { every, schedules }: TimingChoice,
  calendar: Calendar,
): readonly Schedule[] {
  if ((every === undefined) === (schedules === undefined)) {
    throw new InputError(
      every === undefined ? 'option.missing' : 'option.range',
      `${where}: give either "every", 'month' or a number of rows, or "schedules", a list of schedules${every === undefined ? '' : '; found both'}.`,
      { where },
    );
  }
  if (schedules !== undefined) {
    assertFilledArray(where, '"schedules"', schedules);
    return atLeastTwo(where, schedules, `"schedules" has ${schedules.length}`);
  }
  if (every === 'month') {
    const found = monthsOf(calendar);
    return atLeastTwo(
      where,
      found,
      `a calendar of ${calendar.frequency} rows has ${found.length} month in which a row ends`,
    );
  }
  if (typeof every !== 'number') {
    throw new InputError(
      'option.type',
      `${where}: "every" is ${describeValue(every)}; it must be 'month' or a number of rows.`,
      { where, found: describeValue(every) },
    );
  }
  assertNumber(where, 'every', every, {
    min: 2,
    max: MOST,
    integer: true,
    allowed: `'month' or a whole number of rows, from 2 to ${MOST}`,
  });
  return Array.from({ length: every }, (_, offset) => everyPeriods(every, { offset }));
}

/** Once a year, for every month of the year in which some row ends. */
function monthsOf(calendar: Calendar): CalendarSchedule[] {
  const months = new Set(Array.from(calendar.days, (day) => (monthNumber(day) % 12) + 1));
  return [...months].sort((a, b) => a - b).map((month) => annually({ month }));
}

function atLeastTwo<T>(where: string, schedules: readonly T[], found: string): readonly T[] {
  if (schedules.length >= 2) return schedules;
  throw new InputError('option.range', `${where}: ${found}; luck shows in two or more schedules only.`, { where });
}
