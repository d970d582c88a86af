import { assertNumber, InputError } from '../core/index.js';
import { type Calendar, countsDays } from '../time/index.js';
import { checkOptions } from './check-options.js';

/** How long a window is: one of the three. */
export interface WindowLength {
  /** Rows of the calendar. */
  readonly periods?: number | undefined;
  readonly months?: number | undefined;
  /** Whole months: 0.25 is a quarter, 10 is ten years. */
  readonly years?: number | undefined;
}

/** A checked {@link WindowLength}: rows, or months by the dates. */
export type CheckedLength = { readonly periods: number } | { readonly months: number };

const UNITS = ['periods', 'months', 'years'] as const;

/** Checks the length of a window: exactly one unit, a whole number of periods or months. */
export function windowLength(where: string, options: WindowLength): CheckedLength {
  checkOptions(where, options, UNITS);
  const given = UNITS.filter((unit) => options[unit] !== undefined);
  const [unit] = given;
  if (unit === undefined || given.length > 1) {
    throw new InputError(
      unit === undefined ? 'option.missing' : 'option.range',
      `${where}: found ${unit === undefined ? 'no length of the window' : given.join(' and ')}; give exactly one of periods, months and years, such as { years: 3 }.`,
      { where, given },
    );
  }
  if (unit === 'periods') {
    assertNumber(where, unit, options.periods, { min: 1, integer: true });
    return { periods: options.periods };
  }
  const months = unit === 'years' ? wholeMonths(where, options.years) : options.months;
  assertNumber(where, unit, months, { min: 1, integer: true });
  return { months };
}

function wholeMonths(where: string, years: unknown): number {
  const allowed = 'a number of years that is whole months, such as 10 or 0.25';
  assertNumber(where, 'years', years, { min: 1 / 12, allowed });
  const months = Math.round(years * 12);
  if (Math.abs(months - years * 12) < 1e-9) return months;
  throw new InputError('option.range', `${where}: "years" is ${years}; it must be ${allowed}.`, {
    where,
    option: 'years',
    found: years,
  });
}

/** The rows of a window on a calendar; undefined where months are counted by days. Refuses months that are no whole number of rows. */
export function rowsOfLength(where: string, length: CheckedLength, calendar: Calendar): number | undefined {
  if ('periods' in length) return length.periods;
  if (countsDays(calendar)) return undefined;
  const rows = (length.months * calendar.periodsPerYear) / 12;
  if (Number.isInteger(rows)) return rows;
  throw new InputError(
    'option.range',
    `${where}: ${length.months} months are ${Number(rows.toFixed(4))} periods of a ${calendar.frequency} series; they must be a whole number. ` +
      `Give a multiple of ${12 / calendar.periodsPerYear} months.`,
    { where, months: length.months, frequency: calendar.frequency },
  );
}

/** A length in words: "3 years", "36 periods". */
export function lengthInWords(length: CheckedLength): string {
  const [count, unit] =
    'periods' in length
      ? [length.periods, 'period']
      : length.months % 12 === 0
        ? [length.months / 12, 'year']
        : [length.months, 'month'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
