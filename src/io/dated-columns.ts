import { InputError, isInputError } from '../core/index.js';
import type { IsoDate } from '../time/index.js';

/** Numbers read from outside that are not a panel yet: one column per asset, and the place that each row came from. */
export interface DatedColumns {
  readonly where: string;
  readonly dates: readonly IsoDate[];
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** The place of a row in words, such as "line 12". */
  readonly place: (row: number) => string;
  /** The line of a row in a file, from 1; absent where there is no file. */
  readonly line?: (row: number) => number;
}

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
    const place = [
      source.where,
      ...(known ? [source.place(row)] : []),
      ...(typeof asset === 'string' ? [`column "${asset}"`] : []),
    ].join(', ');
    const line = known && source.line !== undefined ? { line: source.line(row) } : {};
    const said = error.message.replace(/^from(?:Returns|Prices)(?:, (?:row \d+|base))?: /, '');
    throw new InputError(error.code, `${place}: ${said}`, { ...error.details, ...line, where: source.where });
  }
}
