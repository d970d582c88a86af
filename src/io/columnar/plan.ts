import { assertName } from '../../core/index.js';
import { pickColumns } from '../pick-columns.js';
import type { ReadColumns, Wanted } from './wanted.js';

/** What is to be read of a table whose columns are known, and what is made of it. */
export interface Plan<Made> {
  readonly wanted: Wanted;
  readonly make: (read: ReadColumns) => Made;
}

/** Makes a plan for a table with these columns. */
export type Planner<Made> = (where: string, names: readonly string[]) => Plan<Made>;

/** The position of the column of dates: the named one, or the first. */
export function datePosition(where: string, names: readonly string[], date: string | undefined): number {
  if (date === undefined) return 0;
  assertName(where, 'date', date);
  return pickColumns(where, names, -1, [date]).get(date)!;
}

/** The position of a named column that is not the one of the dates. */
export function positionOf(
  where: string,
  names: readonly string[],
  dates: number,
  option: string,
  name: string,
): number {
  assertName(where, option, name);
  return pickColumns(where, names, dates, [name]).get(name)!;
}
