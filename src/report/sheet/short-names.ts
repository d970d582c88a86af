import { makeReturnSeries, type ReturnSeries } from '../../panel/index.js';

/** Letters of a name that the legend of a picture has room for. */
const ROOM = 34;

/**
 * Series under names that a legend tells apart: where a name is too long and all begin with the same words, these are left out ("… no
 * profitability screen"). Tables and titles of the page keep the whole names.
 */
export function shortlyNamed(all: readonly ReturnSeries[]): readonly ReturnSeries[] {
  const names = all.map(({ name }) => name);
  if (all.length < 2 || names.every((name) => name.length <= ROOM)) return all;
  const words = names.map((name) => name.split(' '));
  const shortest = Math.min(...words.map(({ length }) => length));
  let shared = 0;
  while (shared < shortest - 1 && words.every((list) => list[shared] === words[0]![shared])) shared++;
  if (shared === 0) return all;
  return all.map(({ calendar, values, meta }, index) =>
    makeReturnSeries(`… ${words[index]!.slice(shared).join(' ')}`, calendar, values.slice(), meta),
  );
}
