import { describeValue, InputError } from '../core/index.js';
import type { Table } from './table.js';

const HINT =
  'Give a table, such as comparison.table, panelTable(panel) or seriesTable(series) of backtilt/io, or one of makeTable.';

/** Refuses what cannot be printed as a table, in the name of the printer. */
export function assertTable(where: string, value: unknown): asserts value is Pick<Table, 'title' | 'layout' | 'texts'> {
  assertLists(where, value, ['layout', 'texts', 'notes']);
}

/** Refuses what has no columns and rows of values. */
export function assertRows(where: string, value: unknown): asserts value is Pick<Table, 'columns' | 'rows'> {
  assertLists(where, value, ['columns', 'rows']);
}

function assertLists(where: string, value: unknown, lists: readonly string[]): void {
  const object = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (lists.every((list) => Array.isArray(object[list]))) return;
  const found = describeValue(value);
  throw new InputError('table.invalid', `${where}: found ${found}, which is no table. ${HINT}`, { where, found });
}
