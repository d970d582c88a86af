import { describeValue, InputError, isInputError } from '../core/index.js';
import { dateFormats, type DateFormat, parseDate } from '../time/index.js';
import { type CellPlace, placeText } from './number-cell.js';

/**
 * How the dates of a text are written. Always declared, never guessed. Beside the formats of single days there is 'YYYY-MM-01': a
 * month that is labelled with its first day, as some publishers do. It means the whole month, so its last day.
 */
export type TextDateFormat = DateFormat | 'YYYY-MM-01';

const FORMATS: readonly TextDateFormat[] = [...dateFormats, 'YYYY-MM-01'];

/** Reads a date cell as a day number. */
export type DayReader = (text: string, place: CellPlace) => number;

/** A reader of date cells that keeps what it has read: in a long table a day stands on thousands of lines. */
export function dayReader(format: TextDateFormat): DayReader {
  const known = new Map<string, number>();
  return (text, place) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const day = dayCell(text, format, place);
    known.set(text, day);
    return day;
  };
}

/** The day number in a date cell; the errors of `parseDate` get the line, the column and what to do. */
export function dayCell(text: string, format: TextDateFormat, cell: CellPlace): number {
  const { where, line, column } = cell;
  const place = placeText(cell);
  try {
    return parseLabel(text, format, place);
  } catch (error) {
    if (!isInputError(error) || !error.code.startsWith('date.')) throw error;
    const remedy =
      error.code === 'date.impossible'
        ? 'Correct the date, or say how dates are written with "dateFormat".'
        : `The dates were declared as ${format}; say how they are written with "dateFormat": ${FORMATS.join(', ')}.`;
    throw new InputError(error.code, `${error.message} ${remedy}`, { ...error.details, where, line, column });
  }
}

function parseLabel(text: string, format: TextDateFormat, place: string): number {
  if (format !== 'YYYY-MM-01') return parseDate(text, format, place);
  if (/^\d{4}-\d{2}-01$/.test(text)) return parseDate(text.slice(0, 7), 'YYYY-MM', place);
  throw new InputError(
    'date.format',
    `${place}: found ${describeValue(text)}, which is not a month written by its first day, as YYYY-MM-01.`,
    { found: text, format },
  );
}

/**
 * Refuses a header whose first cell is a date: then the file has no header, and its first row would be lost.
 */
export function assertHeader(where: string, line: number, first: string, format: TextDateFormat): void {
  try {
    parseLabel(first, format, where);
  } catch (error) {
    if (isInputError(error, 'date.format') || isInputError(error, 'date.impossible')) return;
    throw error;
  }
  throw new InputError(
    'file.format',
    `${where}, line ${line}: found the date ${describeValue(first)} where a header belongs. Put a line with the names of the columns on top.`,
    { where, line, found: first },
  );
}
