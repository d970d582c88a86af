import { assertName, describeValue, InputError, nameList, suggestNames } from '../core/index.js';

/**
 * Which columns become assets: names of columns, or new names with the columns they stand for, as in `{ SPY: 'Adj Close' }`.
 */
export type ColumnChoice<Asset extends string> = readonly Asset[] | Readonly<Record<Asset, string>>;

/**
 * The chosen columns by the name of their asset: positions in `header`. Without a choice, all but the date column.
 *
 * @throws InputError `file.format` for an unknown, repeated or empty column name, `option.type` for a choice that is none.
 */
export function pickColumns(
  place: string,
  header: readonly string[],
  dateColumn: number,
  choice?: ColumnChoice<string>,
): Map<string, number> {
  const names = header.map((name, position) => ({ name, position })).filter(({ position }) => position !== dateColumn);
  const pairs = choice === undefined ? names.map(({ name }) => [name, name] as const) : chosen(place, choice);
  if (pairs.length === 0) throw invalid(place, choice);
  const picked = new Map<string, number>();
  for (const [asset, column] of pairs) {
    const found = names.filter(({ name }) => name === column).map(({ position }) => position);
    const details = { where: place, column, known: names.map(({ name }) => name) };
    if (found.length === 0) {
      throw new InputError(
        'file.format',
        `${place}: no column "${column}". ${suggestNames(column, details.known)}`,
        details,
      );
    }
    if (column === '') {
      throw new InputError('file.format', `${place}: column ${found[0]! + 1} has no name. Name it.`, details);
    }
    if (found.length > 1 || picked.has(asset)) {
      const positions = found.map((position) => position + 1).join(' and ');
      const what =
        found.length > 1 ? `"${column}" is the name of columns ${positions}` : `"columns" names "${asset}" twice`;
      throw new InputError('file.format', `${place}: ${what}. Give every column a name of its own.`, details);
    }
    picked.set(asset, found[0]!);
  }
  return picked;
}

function chosen(place: string, choice: unknown): (readonly [string, string])[] {
  if (typeof choice !== 'object' || choice === null) throw invalid(place, choice);
  const pairs: [string, unknown][] = Array.isArray(choice)
    ? choice.map((name: unknown) => [String(name), name])
    : Object.entries(choice);
  return pairs.map(([asset, column]) => {
    assertName(place, 'columns', asset);
    assertName(place, `columns.${asset}`, column);
    return [asset, column];
  });
}

function invalid(place: string, choice: unknown): InputError {
  const found = Array.isArray(choice) ? nameList(choice.map(String)) : describeValue(choice);
  return new InputError(
    'option.type',
    `${place}: "columns" is ${found}; give names of columns, or { asset: 'column' }, at least one.`,
    { where: place, option: 'columns' },
  );
}
