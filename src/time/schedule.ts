import { assertKnownOptions, assertNumber, describeValue, InputError } from '../core/index.js';
import type { DriftSchedule, TargetChangeSchedule } from './drift-schedule.js';

/**
 * When a strategy decides, as plain data: reports print it, sweeps hash it, the engine turns it into row numbers.
 *
 * Besides these rows every strategy decides on its first possible row, and on the last row of the data for
 * `result.nextTarget`.
 */
export type Schedule = CalendarSchedule | DriftSchedule | TargetChangeSchedule;

/** Rows that follow from the calendar alone. */
export type CalendarSchedule =
  | { readonly kind: 'once' }
  | { readonly kind: 'daily' }
  | { readonly kind: 'monthly' }
  | { readonly kind: 'quarterly' }
  | { readonly kind: 'annually'; readonly month: number }
  | { readonly kind: 'everyPeriods'; readonly periods: number; readonly offset: number };

/**
 * Decides once, on the first possible row, and never trades again: buy and hold.
 *
 * @example
 * console.log(describeSchedule(once())); // once, at the start
 */
export function once(...none: never[]): CalendarSchedule {
  refuseArguments('once', none);
  return Object.freeze({ kind: 'once' });
}

/**
 * Decides on every row of a daily panel (on any other panel: on every row as well).
 *
 * @example
 * console.log(describeSchedule(daily())); // daily
 */
export function daily(...none: never[]): CalendarSchedule {
  refuseArguments('daily', none);
  return Object.freeze({ kind: 'daily' });
}

/**
 * Decides on the last row of every month.
 *
 * @example
 * console.log(describeSchedule(monthly())); // monthly
 */
export function monthly(...none: never[]): CalendarSchedule {
  refuseArguments('monthly', none);
  return Object.freeze({ kind: 'monthly' });
}

/**
 * Decides on the last row of March, June, September and December.
 *
 * @example
 * console.log(describeSchedule(quarterly())); // quarterly
 */
export function quarterly(...none: never[]): CalendarSchedule {
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
export function annually(options: { readonly month?: number } = {}): CalendarSchedule {
  assertKnownOptions('annually', options, ['month']);
  const { month = 12 } = options;
  assertNumber('annually', 'month', month, { min: 1, max: 12, integer: true });
  return Object.freeze({ kind: 'annually', month });
}

/**
 * Decides on the first possible row and on every `periods`-th row after it, whatever the calendar; with an `offset` the second
 * decision comes that many rows after the first, and the rhythm starts there.
 *
 * @param options.offset 0 to `periods` − 1; 0 when absent.
 * @throws InputError `option.type`, `option.unknown`, `option.range`.
 * @example
 * console.log(describeSchedule(everyPeriods(3)), describeSchedule(everyPeriods(21, { offset: 5 }))); // every 3 periods every 21 periods from the 5th on
 */
export function everyPeriods(periods: number, options: { readonly offset?: number } = {}): CalendarSchedule {
  assertNumber('everyPeriods', 'periods', periods, { min: 1, integer: true });
  assertKnownOptions('everyPeriods', options, ['offset']);
  const { offset = 0 } = options;
  assertNumber('everyPeriods', 'offset', offset, { min: 0, max: periods - 1, integer: true });
  return Object.freeze({ kind: 'everyPeriods', periods, offset });
}

function refuseArguments(where: string, given: readonly unknown[]): void {
  if (given.length === 0) return;
  throw new InputError(
    'option.unknown',
    `${where}: takes no arguments, found ${describeValue(given[0])}. Other rhythms: annually({ month }), everyPeriods(n).`,
    { where, found: describeValue(given[0]) },
  );
}
