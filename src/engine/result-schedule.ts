import { InputError } from '../core/index.js';
import {
  annually,
  type CalendarSchedule,
  daily,
  describeSchedule,
  everyPeriods,
  monthly,
  once,
  quarterly,
  type Schedule,
  whenTargetChanges,
} from '../time/index.js';
import type { BacktestResult } from './result.js';

/** The schedule that a result was decided on, found by its words; one of drift must be given, since its words round its bands. */
export function resultSchedule(where: string, { name, settings }: BacktestResult): Schedule {
  const found = schedules(settings.schedule).find((schedule) => describeSchedule(schedule) === settings.schedule);
  if (found !== undefined) return found;
  throw new InputError(
    'option.missing',
    `${where}: "${name}" decides ${settings.schedule}. Give the schedule: { schedule: whenDrifted(…) }.`,
    { where, option: 'schedule', schedule: settings.schedule },
  );
}

function schedules(text: string): Schedule[] {
  const [periods = 0, offset = 0] = (text.match(/\d+/g) ?? []).map(Number);
  const calendars: CalendarSchedule[] = [
    once(),
    daily(),
    monthly(),
    quarterly(),
    ...Array.from({ length: 12 }, (_, month) => annually({ month: month + 1 })),
    everyPeriods(1),
    ...(periods > offset ? [everyPeriods(periods, { offset })] : []),
  ];
  return [...calendars, ...calendars.map((check) => whenTargetChanges({ check }))];
}
