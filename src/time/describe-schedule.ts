import { inPercent } from '../core/index.js';
import { assertSchedule } from './assert-schedule.js';
import type { DriftSchedule } from './drift-schedule.js';
import type { CalendarSchedule, Schedule } from './schedule.js';

/**
 * A schedule in words: "annually in June".
 *
 * @throws InputError `schedule.invalid`, `option.range`, `option.type`.
 * @example
 * console.log(describeSchedule(annually({ month: 6 }))); // annually in June
 */
export function describeSchedule(schedule: Schedule): string {
  assertSchedule('describeSchedule', schedule);
  return inWords(schedule);
}

function inWords(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'once':
      return 'once, at the start';
    case 'annually':
      return `annually in ${MONTHS[schedule.month - 1]!}`;
    case 'everyPeriods':
      return everyPeriodsInWords(schedule.periods, schedule.offset);
    case 'whenDrifted':
      return `when a weight has drifted ${bandInWords(schedule)}, checked ${checkInWords(schedule.check)}; ${REPAIRS[schedule.trade][schedule.to]}`;
    case 'whenTargetChanges':
      return `when its target changes, checked ${checkInWords(schedule.check)}`;
    case 'daily':
    case 'monthly':
    case 'quarterly':
      return schedule.kind;
  }
}

/** Every row is every close, whatever the calendar. */
const checkInWords = (check: CalendarSchedule): string => (check.kind === 'daily' ? 'at every close' : inWords(check));

function everyPeriodsInWords(periods: number, offset: number): string {
  const rhythm = periods === 1 ? 'every period' : `every ${periods} periods`;
  return offset === 0 ? rhythm : `${rhythm} from the ${ordinal(offset)} on`;
}

function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  return `${count}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')}`;
}

function bandInWords({ band, relative }: DriftSchedule): string {
  const points = `${Number(((band ?? 0) * 100).toFixed(4))} points`;
  const share = `${inPercent(relative ?? 0)} of its target`;
  if (relative === null) return `by ${points}`;
  return band === null ? `by ${share}` : `by ${points} or ${share}, whichever is less`;
}

const REPAIRS = {
  all: { target: 'everything goes back to target', edge: 'everything moves towards target until all are inside' },
  drifted: { target: 'what drifted goes back to target', edge: "what drifted goes to its band's edge" },
} as const;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
