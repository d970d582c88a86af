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
  const positions = new Map<string, number[]>();
  header.forEach((name, position) => {
    if (position === dateColumn) return;
    const others = positions.get(name);
    if (others === undefined) positions.set(name, [position]);
    else others.push(position);
  });
  const known = [...positions.keys()];
  const pairs =
    choice === undefined
      ? header.filter((_, position) => position !== dateColumn).map((name) => [name, name] as const)
      : chosen(place, choice);
  if (pairs.length === 0) throw invalid(place, choice);
  const picked = new Map<string, number>();
  for (const [asset, column] of pairs) {
    const found = positions.get(column) ?? [];
    if (found.length === 0) {
      const what =
        column === header[dateColumn]
          ? `"${column}" is taken for the column of the dates. If another one holds them, name it with "date"; known: ${nameList(known)}.`
          : `no column "${column}". ${suggestNames(column, known)}`;
      throw refusal(place, column, known, what);
    }
    if (column === '') throw refusal(place, column, known, `column ${found[0]! + 1} has no name. Name it.`);
    if (found.length > 1 || picked.has(asset)) {
      const numbers = found.map((position) => position + 1).join(' and ');
      const what =
        found.length > 1 ? `"${column}" is the name of columns ${numbers}` : `"columns" names "${asset}" twice`;
      throw refusal(place, column, known, `${what}. Give every column a name of its own.`);
    }
    picked.set(asset, found[0]!);
  }
  return picked;
}

const refusal = (place: string, column: string, known: readonly string[], what: string): InputError =>
  new InputError('file.format', `${place}: ${what}`, { where: place, column, known });

function chosen(place: string, choice: unknown): (readonly [string, string])[] {
  if (typeof choice !== 'object' || choice === null) throw invalid(place, choice);
  const pairs: [string, unknown][] = Array.isArray(choice)
    ? Array.from<unknown, [string, unknown]>(choice, (name) => [typeof name === 'string' ? name : '', name])
    : Object.entries(choice);
  return pairs.map(([asset, column]) => {
    assertName(place, 'columns', asset);
    assertName(place, `columns.${asset}`, column);
    return [asset, column];
  });
}

function invalid(place: string, choice: unknown): InputError {
  const found = Array.isArray(choice) ? nameList(choice) : describeValue(choice);
  return new InputError(
    'option.type',
    `${place}: "columns" is ${found}; give names of columns, or { asset: 'column' }, at least one.`,
    { where: place, option: 'columns' },
  );
}
