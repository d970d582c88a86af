export {
  assembleCalendar,
  rowOnOrBefore,
  sameCalendar,
  sliceCalendar,
  type Calendar,
  type CalendarJson,
} from './calendar.js';
export { addMonths, civilDate, dayNumber, lastDayOfMonth, monthNumber, previousWeekday, weekday } from './civil.js';
export { frequencies, periodName, periodNumber, periodSpan, periodsPerYear, type Frequency } from './frequency.js';
export { isoDate, parseBound, parseIsoDate, type IsoDate, type IsoDateOrMonth } from './iso-date.js';
export { defaultBase, makeCalendar, type CalendarInput } from './make-calendar.js';
export { dateFormats, parseDate, type DateFormat } from './parse-date.js';
export { assertCalendarSchedule, assertSchedule, isSchedule } from './assert-schedule.js';
export { describeSchedule } from './describe-schedule.js';
export {
  whenDrifted,
  whenTargetChanges,
  type DriftOptions,
  type DriftSchedule,
  type TargetChangeSchedule,
} from './drift-schedule.js';
export {
  annually,
  daily,
  everyPeriods,
  monthly,
  once,
  quarterly,
  type CalendarSchedule,
  type Schedule,
} from './schedule.js';
export { countsDays, DAYS_PER_YEAR, dayOf, yearsOfRow } from './row-days.js';
export { decisionRows, isScheduled } from './scheduled-rows.js';
