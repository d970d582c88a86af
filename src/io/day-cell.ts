import { describeValue, InputError, isInputError } from '../core/index.js';
import { dateFormats, type DateFormat, parseDate } from '../time/index.js';
import type { CellPlace } from './number-cell.js';

/** The day number in a date cell; the errors of `parseDate` get the line, the column and what to do. */
export function dayCell(text: string, format: DateFormat, { where, line, column }: CellPlace): number {
  const place = `${where}, line ${line}, column "${column}"`;
  try {
    return parseDate(text, format, place);
  } catch (error) {
    if (!isInputError(error) || !error.code.startsWith('date.')) throw error;
    const remedy =
      error.code === 'date.impossible'
        ? 'Correct the date, or say how dates are written with "dateFormat".'
        : `The dates were declared as ${format}; say how they are written with "dateFormat": ${dateFormats.join(', ')}.`;
    throw new InputError(error.code, `${error.message} ${remedy}`, { ...error.details, where, line, column });
  }
}

/**
 * Refuses a header whose first cell is a date: then the file has no header, and its first row would be lost.
 */
export function assertHeader(where: string, line: number, first: string, format: DateFormat): void {
  try {
    parseDate(first, format, where);
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
