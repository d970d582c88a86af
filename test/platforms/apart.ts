import type { Figures } from './programs/figures.js';

/** Places where two platforms differ: name, number of figures that are not the same bits, and the largest difference. */
export interface Apart {
  readonly name: string;
  readonly count: number;
  readonly most: number;
}

/** Where the numbers of two platforms differ. */
export function numbersApart(one: Figures, other: Figures): Apart[] {
  return Object.entries(one.numbers)
    .map(([name, values]) => ({ name, ...apart(values, other.numbers[name] ?? []) }))
    .filter(({ count }) => count > 0);
}

/** Names of the texts that differ. */
export const textsApart = (one: Figures, other: Figures): string[] =>
  Object.keys({ ...one.texts, ...other.texts }).filter((name) => one.texts[name] !== other.texts[name]);

function apart(values: readonly string[], others: readonly string[]): Omit<Apart, 'name'> {
  if (values.length !== others.length) return { count: Math.max(values.length, others.length), most: Infinity };
  const differing = values.flatMap((value, index) =>
    value === others[index] ? [] : [Math.abs(Number(value) - Number(others[index]))],
  );
  return {
    count: differing.length,
    most: Math.max(0, ...differing.map((one) => (Number.isNaN(one) ? Infinity : one))),
  };
}
