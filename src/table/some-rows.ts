import type { TableInput } from './table.js';

/** The first and the last rows of a long list, with a row between that says how many are left out; all rows of a short one. */
export function someRows<Item>(
  list: readonly Item[],
  rowOf: (item: Item) => TableInput['rows'][number],
  shown = 6,
): TableInput['rows'][number][] {
  const left = list.length - 2 * shown;
  if (left <= 1) return list.map(rowOf);
  const first = list.slice(0, shown).map(rowOf);
  const [key = '', ...others] = Object.keys(first[0] ?? {});
  const blank = { value: null, text: '…' };
  const between = { [key]: `… ${left} more`, ...Object.fromEntries(others.map((other) => [other, blank])) };
  return [...first, between, ...list.slice(-shown).map(rowOf)];
}
