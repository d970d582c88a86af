import { DateTime } from 'luxon';
import { assertOneOf, describeValue, InputError } from '../core/index.js';
import { dayNumber } from './civil.js';
import { parseIsoDate } from './iso-date.js';

/**
 * How the dates of a text table are written. Always declared, never guessed: 03/04/2020 is March in one country and April in another.
 */
export type DateFormat = 'YYYY-MM-DD' | 'YYYY-MM' | 'YYYYMM' | 'YYYYMMDD' | 'M/D/YYYY' | 'D/M/YYYY' | 'D.M.YYYY';

/** The formats that {@link parseDate} reads, in Luxon's tokens. Formats without a day mean the last day of the month. */
const TOKENS: Readonly<Record<DateFormat, string>> = {
  'YYYY-MM-DD': 'yyyy-MM-dd',
  'YYYY-MM': 'yyyy-MM',
  YYYYMM: 'yyyyMM',
  YYYYMMDD: 'yyyyMMdd',
  'M/D/YYYY': 'M/d/yyyy',
  'D/M/YYYY': 'd/M/yyyy',
  'D.M.YYYY': 'd.M.yyyy',
};

/** The names of the date formats, for option checks and help texts. */
export const dateFormats = Object.freeze(Object.keys(TOKENS) as DateFormat[]);

/**
 * The day number of a date written in a declared format.
 *
 * A format without a day (`YYYY-MM`, `YYYYMM`) means the last day of that month.
 *
 * @throws InputError `date.format` when the text is not in the format, `date.impossible` when no such day exists.
 */
export function parseDate(text: string, format: DateFormat, where: string): number {
  if (format === 'YYYY-MM-DD') return parseIsoDate(text, where);
  assertOneOf(where, 'dateFormat', format, dateFormats);
  if (typeof text !== 'string') return parseIsoDate(text, where);
  const parsed = DateTime.fromFormat(text, TOKENS[format], { zone: 'utc', locale: 'en' });
  if (!parsed.isValid) {
    const impossible = parsed.invalidReason === 'unit out of range';
    throw new InputError(
      impossible ? 'date.impossible' : 'date.format',
      `${where}: found ${describeValue(text)}, ${impossible ? 'which is not a day of the calendar' : `which is not a date as ${format}`}.`,
      { where, found: text, format },
    );
  }
  const last = format === 'YYYYMM' || format === 'YYYY-MM' ? parsed.endOf('month') : parsed;
  return dayNumber(last.year, last.month, last.day);
}
