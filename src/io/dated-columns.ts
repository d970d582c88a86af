import { InputError, isInputError } from '../core/index.js';
import type { IsoDate } from '../time/index.js';

/** Numbers read from outside that are not a panel yet: one column per asset, and the place that each row came from. */
export interface DatedColumns {
  readonly where: string;
  readonly dates: readonly IsoDate[];
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** The place of a row in words, such as "line 12"; in a long table every asset has a line of its own. */
  readonly place: (row: number, asset?: string) => string;
  /** The line of a row in a file, from 1; absent where there is no file. */
  readonly line?: (row: number, asset?: string) => number;
}

const FIRST_DAYS = ' A text in which the first day stands for its whole month is read with dateFormat: "YYYY-MM-01".';

/**
 * Runs a maker of panels, and tells its errors the place in the file: "row 3" of a calendar says little to someone who looks at
 * line 5 of a file.
 */
export function atItsPlace<T>(source: DatedColumns, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!isInputError(error)) throw error;
    const { row, asset } = error.details;
    const known = typeof row === 'number';
    const name = typeof asset === 'string' ? asset : undefined;
    const place = [
      source.where,
      ...(known ? [source.place(row, name)] : []),
      ...(name === undefined ? [] : [`column "${name}"`]),
    ].join(', ');
    const line = known && source.line !== undefined ? { line: source.line(row, name) } : {};
    const said = error.message.replace(/^from(?:Returns|Prices)(?:, (?:row \d+|base))?: /, '');
    const remedy =
      error.code === 'calendar.frequency' && String(error.details['found']).endsWith('-01') ? FIRST_DAYS : '';
    throw new InputError(error.code, `${place}: ${said}${remedy}`, { ...error.details, ...line, where: source.where });
  }
}
