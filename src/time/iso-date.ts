import { describeValue, InputError } from '../core/index.js';
import { civilDate, dayNumber, lastDayOfMonth } from './civil.js';

/** A day as `YYYY-MM-DD`. The library speaks of days in no other form: no time, no zone, no `Date`. */
export type IsoDate = `${number}-${number}-${number}`;

/** A day, or a whole month as `YYYY-MM` where the first or last day of it is meant. */
export type IsoDateOrMonth = IsoDate | `${number}-${number}`;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD` of a day number. */
export function isoDate(day: number): IsoDate {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as IsoDate;
}

/**
 * The day number of `YYYY-MM-DD`.
 *
 * @throws InputError `date.format` for anything but four, two and two digits (a `Date` included: its zone would decide which
 *   day it is); `date.impossible` for a day that does not exist, such as 2023-02-29.
 */
export function parseIsoDate(text: unknown, where: string): number {
  return parseDay(text, where, '"YYYY-MM-DD"');
}

function parseDay(text: unknown, where: string, allowed: string): number {
  const match = typeof text === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  if (match === null) {
    const hint =
      text instanceof Date ? ' Write the day as text: a Date holds a moment, and its time zone decides the day.' : '';
    throw new InputError(
      'date.format',
      `${where}: found ${describeValue(text)} where a day as ${allowed} belongs.${hint}`,
      {
        where,
        found: describeValue(text),
      },
    );
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > lastDayOfMonth(year * 12 + month - 1) - dayNumber(year, month, 1) + 1
  ) {
    throw new InputError('date.impossible', `${where}: ${match[0]} is not a day of the calendar.`, {
      where,
      found: match[0],
    });
  }
  return dayNumber(year, month, day);
}

/**
 * The first (`edge: 'from'`) or last (`edge: 'to'`) day meant by `YYYY-MM-DD` or by a whole month `YYYY-MM`.
 *
 * @throws InputError `date.format`, `date.impossible`.
 */
export function parseBound(text: unknown, edge: 'from' | 'to', where: string): number {
  if (typeof text === 'string' && /^\d{4}-\d{2}$/.test(text)) {
    const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5))];
    if (month < 1 || month > 12) {
      throw new InputError(
        'date.impossible',
        `${where}: ${text} is not a day of the calendar: there is no month ${text.slice(5)}.`,
        {
          where,
          found: text,
        },
      );
    }
    return edge === 'from' ? dayNumber(year, month, 1) : lastDayOfMonth(year * 12 + month - 1);
  }
  return parseDay(text, where, '"YYYY-MM-DD", or a whole month as "YYYY-MM",');
}
