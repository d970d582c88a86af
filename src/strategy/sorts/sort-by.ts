import {
  assertFilledArray,
  assertKnownOptions,
  assertName,
  assertNumber,
  describeValue,
  InputError,
} from '../../core/index.js';

/** One characteristic by which names are sorted into groups, low to high. */
export interface SortBy<Field extends string = string> {
  readonly field: Field;
  /** Where one group ends and the next begins: fractions between 0 and 1, ascending. `[0.3, 0.7]` makes three groups. */
  readonly breakpoints: readonly number[];
  /**
   * The name of a field: the breakpoints are quantiles of the names for which it is exactly 1 (listed on the NYSE, say) and then applied to
   * all. Absent: of all.
   */
  readonly over?: Field | undefined;
  /** Names of the groups, low to high: `['small', 'big']`. Absent: low, high; low, middle, high; from four on 1, 2, 3 … */
  readonly groups?: readonly string[] | undefined;
}

/** A checked characteristic: nothing is left out. */
export interface SortDimension<Field extends string = string> {
  readonly field: Field;
  readonly breakpoints: readonly number[];
  readonly over: Field | null;
  readonly groups: readonly string[];
}

/** Checks and completes the characteristics of a sort. */
export function readSortBy<Field extends string>(
  where: string,
  by: readonly SortBy<Field>[],
): readonly SortDimension<Field>[] {
  assertFilledArray(where, '"by"', by);
  const dimensions = by.map((one, index) => readOne(`${where}, by[${index}]`, one));
  const names = cellNames(dimensions);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return Object.freeze(dimensions);
  throw new InputError(
    'option.range',
    `${where}: two portfolios would be called "${twice}". Give the groups names that stay apart when they are joined.`,
    { where, name: twice },
  );
}

/** The names of all portfolios, the last characteristic changing fastest: "small low", "small high", "big low" … */
export const cellNames = (dimensions: readonly SortDimension[]): readonly string[] =>
  cellGroups(dimensions).map((groups) => groups.join(' '));

/** The group names of all portfolios, in the same order. */
export const cellGroups = (dimensions: readonly SortDimension[]): readonly (readonly string[])[] =>
  dimensions.reduce<readonly (readonly string[])[]>(
    (cells, { groups }) => cells.flatMap((cell) => groups.map((group) => [...cell, group])),
    [[]],
  );

function readOne<Field extends string>(where: string, one: SortBy<Field>): SortDimension<Field> {
  assertKnownOptions(where, one, ['field', 'breakpoints', 'over', 'groups']);
  const { field, breakpoints, over, groups = usualNames(breakpoints) } = one;
  assertName(where, 'field', field);
  if (over !== undefined) assertName(where, 'over', over);
  assertFilledArray(where, '"breakpoints"', breakpoints);
  breakpoints.forEach((fraction, index) => {
    const allowed = 'a fraction between 0 and 1, such as 0.3';
    assertNumber(where, `breakpoints[${index}]`, fraction, {
      min: Number.MIN_VALUE,
      max: 1 - Number.EPSILON / 2,
      allowed,
    });
    const before = breakpoints[index - 1] ?? 0;
    if (fraction > before) return;
    throw new InputError(
      'option.range',
      `${where}: "breakpoints" has ${fraction} after ${before}; they must ascend, such as [0.3, 0.7].`,
      { where, index, found: fraction },
    );
  });
  assertFilledArray(where, '"groups"', groups);
  groups.forEach((name, index) => {
    assertName(where, `groups[${index}]`, name);
  });
  if (groups.length !== breakpoints.length + 1) {
    throw new InputError(
      'option.range',
      `${where}: "groups" is ${describeValue(groups)}, ${groups.length} names, but ${breakpoints.length} breakpoints make ${breakpoints.length + 1} groups.`,
      { where, groups: groups.length, expected: breakpoints.length + 1 },
    );
  }
  return Object.freeze({
    field,
    breakpoints: Object.freeze([...breakpoints]),
    over: over ?? null,
    groups: Object.freeze([...groups]),
  });
}

function usualNames(breakpoints: unknown): readonly string[] {
  const count = Array.isArray(breakpoints) ? breakpoints.length + 1 : 0;
  if (count === 2) return ['low', 'high'];
  if (count === 3) return ['low', 'middle', 'high'];
  return Array.from({ length: count }, (_, index) => String(index + 1));
}
