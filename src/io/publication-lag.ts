import { assertKnownOptions, assertNumber, assertObject, InputError } from '../core/index.js';
import { addMonths, isoDate, lastDayOfMonth, monthNumber } from '../time/index.js';

/**
 * How long after its label a figure became known: months first, then days. Months keep the end of a month: 2020-02-29 and one month is
 * 2020-03-31. `{ days: 0 }` says: on the day itself.
 */
export interface PublicationLag {
  readonly months?: number;
  readonly days?: number;
}

/** The day on which the figure with a label could be known, as a function of the label's day. */
export function knownDay(where: string, lag: PublicationLag | undefined): (day: number) => number {
  if (lag === undefined) throw missing(where);
  const given: unknown = lag;
  assertObject(where, '"knownAfter"', given);
  assertKnownOptions(where, lag, ['months', 'days']);
  if (lag.months === undefined && lag.days === undefined) throw missing(where);
  const { months = 0, days = 0 } = lag;
  assertNumber(where, 'knownAfter.months', months, { min: 0, integer: true });
  assertNumber(where, 'knownAfter.days', days, { min: 0, integer: true });
  return (day) => {
    const month = monthNumber(day);
    const known = (day === lastDayOfMonth(month) ? lastDayOfMonth(month + months) : addMonths(day, months)) + days;
    if (known <= LAST_DAY) return known;
    throw new InputError(
      'option.range',
      `${where}: "knownAfter" is ${months} months and ${days} days; with it a figure of ${isoDate(day)} is known after 9999-12-31, the last day that can be written. Give the time that its publication took.`,
      { where, option: 'knownAfter', found: lag },
    );
  };
}

/** 9999-12-31: years have four digits. */
const LAST_DAY = lastDayOfMonth(9999 * 12 + 11);

function missing(where: string): InputError {
  return new InputError(
    'option.missing',
    `${where}: "knownAfter" is missing. Say how long after its date a figure was published: { months: 1 } for a monthly average ` +
      'labelled with the first day of its month, { days: 0 } for what is known on the day.',
    { where, option: 'knownAfter' },
  );
}
