import { type ErrorCode, InputError } from '../../core/index.js';
import { dataRow } from './raw-table.js';

/** Where a cell of a table of columns stands. */
export interface ColumnPlace {
  readonly where: string;
  readonly column: string;
}

/** What is said of a cell that cannot be used. */
export function cellRefusal(
  code: ErrorCode,
  { where, column }: ColumnPlace,
  row: number,
  found: string,
  remedy: string,
): InputError {
  return new InputError(code, `${where}, ${dataRow(row)}, column "${column}": found ${found}${remedy}`, {
    where,
    row,
    column,
    found,
  });
}

/** What is said of a column of a type that cannot be used. */
export function typeRefusal({ where, column }: ColumnPlace, type: string, wanted: string): InputError {
  return new InputError(
    'file.format',
    `${where}, column "${column}": the column is of type ${type}, but ${wanted}. Convert it where the table is made, or choose another column.`,
    { where, column, found: type },
  );
}
