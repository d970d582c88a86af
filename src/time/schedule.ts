import { assertKnownOptions, assertNumber, describeValue, InputError } from '../core/index.js';

/**
 * When a strategy decides, as plain data: reports print it, sweeps hash it, the engine turns it into row numbers.
 *
 * Besides these rows every strategy decides on its first possible row, and on the last row of the data for
 * `result.nextTarget`.
 */
export type Schedule =
  | { readonly kind: 'buyAndHold' }
  | { readonly kind: 'daily' }
  | { readonly kind: 'monthly' }
  | { readonly kind: 'quarterly' }
  | { readonly kind: 'annually'; readonly month: number }
  | { readonly kind: 'everyPeriods'; readonly periods: number };

/**
 * Decides once, on the first possible row, and never trades again.
 *
 * @example
 * console.log(describeSchedule(buyAndHold())); // once, at the start
 */
export function buyAndHold(...none: never[]): Schedule {
  refuseArguments('buyAndHold', none);
  return Object.freeze({ kind: 'buyAndHold' });
}

/**
 * Decides on every row of a daily panel (on any other panel: on every row as well).
 *
 * @example
 * console.log(describeSchedule(daily())); // daily
 */
export function daily(...none: never[]): Schedule {
  refuseArguments('daily', none);
  return Object.freeze({ kind: 'daily' });
}

/**
 * Decides on the last row of every month.
 *
 * @example
 * console.log(describeSchedule(monthly())); // monthly
 */
export function monthly(...none: never[]): Schedule {
  refuseArguments('monthly', none);
  return Object.freeze({ kind: 'monthly' });
}

/**
 * Decides on the last row of March, June, September and December.
 *
 * @example
 * console.log(describeSchedule(quarterly())); // quarterly
 */
export function quarterly(...none: never[]): Schedule {
  refuseArguments('quarterly', none);
  return Object.freeze({ kind: 'quarterly' });
}

/**
 * Decides on the last row of one month every year.
 *
 * @param options.month 1 to 12; 12 when absent, the usual year end.
 * @throws InputError `option.type`, `option.unknown`, `option.range`.
 * @example
 * console.log(describeSchedule(annually({ month: 6 })), describeSchedule(annually())); // annually in June annually in December
 */
export function annually(options: { readonly month?: number } = {}): Schedule {
  assertKnownOptions('annually', options, ['month']);
  const { month = 12 } = options;
  assertNumber('annually', 'month', month, { min: 1, max: 12, integer: true });
  return Object.freeze({ kind: 'annually', month });
}

/**
 * Decides on the first possible row and on every `periods`-th row after it, whatever the calendar.
 *
 * @example
 * console.log(describeSchedule(everyPeriods(3))); // every 3 periods
 */
export function everyPeriods(periods: number): Schedule {
  assertNumber('everyPeriods', 'periods', periods, { min: 1, integer: true });
  return Object.freeze({ kind: 'everyPeriods', periods });
}

/**
 * A schedule in words: "annually in June".
 *
 * @example
 * console.log(describeSchedule(annually({ month: 6 }))); // annually in June
 */
export function describeSchedule(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'buyAndHold':
      return 'once, at the start';
    case 'annually':
      return `annually in ${MONTHS[schedule.month - 1]!}`;
    case 'everyPeriods':
      return schedule.periods === 1 ? 'every period' : `every ${schedule.periods} periods`;
    case 'daily':
    case 'monthly':
    case 'quarterly':
      return schedule.kind;
  }
}

function refuseArguments(where: string, given: readonly unknown[]): void {
  if (given.length === 0) return;
  throw new InputError(
    'option.unknown',
    `${where}: takes no arguments, found ${describeValue(given[0])}. Other rhythms: annually({ month }), everyPeriods(n).`,
    { where, found: describeValue(given[0]) },
  );
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const KINDS: readonly string[] = ['buyAndHold', 'daily', 'monthly', 'quarterly', 'annually', 'everyPeriods'];

/** Refuses what is not one of the schedules above. */
export function assertSchedule(where: string, value: unknown): asserts value is Schedule {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (typeof kind === 'string' && KINDS.includes(kind)) {
    if (kind === 'annually')
      assertNumber(where, 'schedule.month', (value as { month?: unknown }).month, { min: 1, max: 12, integer: true });
    if (kind === 'everyPeriods')
      assertNumber(where, 'schedule.periods', (value as { periods?: unknown }).periods, { min: 1, integer: true });
    return;
  }
  const hint = typeof value === 'function' ? ' Call it: monthly(), not monthly.' : '';
  throw new InputError(
    'schedule.invalid',
    `${where}: "schedule" is ${describeValue(value)}; it must be monthly(), quarterly(), annually({ month }), daily(), ` +
      `everyPeriods(n) or buyAndHold().${hint}`,
    { where, found: describeValue(value) },
  );
}
