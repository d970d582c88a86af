import { assertKnownOptions, assertNumber, describeValue, InputError } from '../core/index.js';
import type { DriftSchedule } from './drift-schedule.js';
import type { CalendarSchedule, Schedule } from './schedule.js';

/** What schedules of each kind consist of: nothing else may stand in one, since it would be ignored in silence. */
const PARTS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ...['once', 'daily', 'monthly', 'quarterly'].map((kind): [string, readonly string[]] => [kind, ['kind']]),
  ['annually', ['kind', 'month']],
  ['everyPeriods', ['kind', 'periods', 'offset']],
]);
const DRIFT_PARTS = ['kind', 'band', 'relative', 'check', 'trade', 'to'];

/** Whether something is a schedule. */
export function isSchedule(value: unknown): value is Schedule {
  try {
    assertSchedule('isSchedule', value);
    return true;
  } catch {
    return false;
  }
}

/** Refuses what is not a schedule. */
export function assertSchedule(where: string, value: unknown): asserts value is Schedule {
  const kind = kindOf(value);
  if (kind === 'whenTargetChanges' || kind === 'whenDrifted') {
    assertKnownOptions(`${where}, schedule`, value, kind === 'whenDrifted' ? DRIFT_PARTS : ['kind', 'check']);
    assertCalendarSchedule(where, 'schedule.check', (value as { check?: unknown }).check);
    if (kind === 'whenTargetChanges') return;
    const { band, relative, trade, to } = value as Partial<Record<keyof DriftSchedule, unknown>>;
    const width = (given: unknown): boolean => given === null || (Number.isFinite(given) && (given as number) >= 0);
    if (width(band) && width(relative) && (band !== null || relative !== null)) {
      if ((trade === 'all' || trade === 'drifted') && (to === 'target' || to === 'edge')) return;
    }
    throw refuse(where, 'schedule', value, 'made by whenDrifted({ band })');
  }
  assertCalendarSchedule(where, 'schedule', value, true);
}

/** Refuses what is not a schedule that follows from the calendar alone. */
export function assertCalendarSchedule(
  where: string,
  option: string,
  value: unknown,
  anySchedule = false,
): asserts value is CalendarSchedule {
  const kind = kindOf(value);
  const parts = PARTS.get(kind);
  if (parts !== undefined) {
    assertKnownOptions(`${where}, ${option}`, value, parts);
    const { month, periods, offset } = value as { month?: unknown; periods?: unknown; offset?: unknown };
    if (kind === 'annually') assertNumber(where, `${option}.month`, month, { min: 1, max: 12, integer: true });
    if (kind !== 'everyPeriods') return;
    assertNumber(where, `${option}.periods`, periods, { min: 1, integer: true });
    assertNumber(where, `${option}.offset`, offset, { min: 0, max: periods - 1, integer: true });
    return;
  }
  const known = 'monthly(), quarterly(), annually({ month }), daily(), everyPeriods(n)';
  throw refuse(
    where,
    option,
    value,
    anySchedule ? `${known}, once(), whenDrifted({ band }) or whenTargetChanges()` : `${known} or once()`,
  );
}

const kindOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;

function refuse(where: string, option: string, value: unknown, allowed: string): InputError {
  const hint = typeof value === 'function' ? ' Call it: monthly(), not monthly.' : '';
  return new InputError(
    'schedule.invalid',
    `${where}: "${option}" is ${describeValue(value)}; it must be ${allowed}.${hint}`,
    { where, found: describeValue(value) },
  );
}
