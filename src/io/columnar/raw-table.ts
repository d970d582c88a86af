/** A column as its source holds it, before it is read as days, names or numbers. */
export type RawColumn =
  /** Plain values: numbers, whole numbers of any size, texts; null and undefined where there is none. */
  | { readonly kind: 'values'; readonly values: ArrayLike<unknown> }
  /** Texts as positions in a list; −1 where there is none. */
  | { readonly kind: 'codes'; readonly codes: Int32Array; readonly texts: readonly string[] }
  /** Day numbers. */
  | { readonly kind: 'days'; readonly values: ArrayLike<unknown> }
  /** Moments, counted from 1970-01-01 in units of which a day has `perDay`; `zoned` where they are moments of the world, not of a wall clock. */
  | { readonly kind: 'moments'; readonly values: ArrayLike<unknown>; readonly perDay: bigint; readonly zoned: boolean }
  /** Decimal numbers as whole numbers of their last digit: 12345 with scale 2 is 123.45. */
  | { readonly kind: 'decimals'; readonly values: ArrayLike<unknown>; readonly scale: number }
  /** What cannot be read: its type in the words of the source. */
  | { readonly kind: 'other'; readonly type: string };

/** Columns of equal length, each with its name and its position. */
export interface RawTable {
  readonly where: string;
  readonly names: readonly string[];
  readonly length: number;
  readonly column: (position: number) => RawColumn;
}

/** What a row is called in messages; counted from 1, without the header. */
export const dataRow = (row: number): string => `data row ${row + 1}`;
