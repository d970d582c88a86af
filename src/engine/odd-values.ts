/** A value that JSON cannot say, by column and row. */
export type OddValue = readonly [
  column: string,
  row: number,
  word: 'undefined' | 'NaN' | 'Infinity' | '-Infinity' | '-0',
];

type OddWord = OddValue[2];

/** What JSON cannot say. */
export const ODD_WORDS = ['undefined', 'NaN', 'Infinity', '-Infinity', '-0'] as const satisfies readonly OddWord[];

const VALUES: Readonly<Record<OddWord, number | undefined>> = {
  ...{ undefined: undefined, NaN, Infinity, '-Infinity': -Infinity, '-0': -0 },
};

/** The values of columns that JSON would change. Of figures NaN is none: it is null there. */
export function oddValues(
  columns: Readonly<Record<string, Iterable<unknown>>>,
  { nanIsNull = false }: { readonly nanIsNull?: boolean } = {},
): readonly OddValue[] {
  const found: OddValue[] = [];
  for (const [name, column] of Object.entries(columns)) {
    let row = 0;
    for (const value of column) {
      const word = ODD_WORDS.find((one) => Object.is(VALUES[one], value));
      if (word !== undefined && !(nanIsNull && word === 'NaN')) found.push([name, row, word]);
      row++;
    }
  }
  return found;
}

/** The value of a word. */
export const oddValue = (word: OddWord): number | undefined => VALUES[word];
