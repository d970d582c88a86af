import { InputError } from '../../core/index.js';
import type { RawTable } from './raw-table.js';
import { readDays } from './read-days.js';
import { readNames } from './read-names.js';
import { readNumbers } from './read-numbers.js';
import type { ReadColumns, Wanted } from './wanted.js';

/**
 * The wanted columns of a table as day numbers, names and numbers.
 *
 * @throws InputError `file.format` (a table without rows, a column of a type that cannot be read), `file.value`, `date.format`,
 *   `date.impossible`, with the row and the column.
 */
export function readColumns({ where, names, length, column }: RawTable, wanted: Wanted): ReadColumns {
  if (length === 0) throw new InputError('file.format', `${where}: found no rows. Rows of data are needed.`, { where });
  const place = (position: number): { where: string; column: string } => ({ where, column: names[position]! });
  const { missing, zone } = wanted;
  return {
    where,
    length,
    days: new Map(
      Array.from(wanted.days, ([at, reading]) => [at, readDays(place(at), column(at), length, { ...reading, zone })]),
    ),
    names: new Map(wanted.names.map((at) => [at, readNames(place(at), column(at), length)])),
    numbers: new Map(wanted.numbers.map((at) => [at, readNumbers(place(at), column(at), length, missing)])),
  };
}
