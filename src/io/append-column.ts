import type { Calendar, IsoDate } from '../time/index.js';

/** Rows that two calendars share: `from` to the end of the first, and how far the second is ahead of them. */
export interface SharedRows {
  /** The first row of the first calendar that the second one has too. */
  readonly from: number;
  readonly to: number;
  /** Row in the second calendar less row in the first. */
  readonly shift: number;
}

/** A return that differs in two files. */
export interface MonthDifference {
  readonly asset: string;
  readonly date: IsoDate;
  readonly bundled: number;
  readonly newer: number;
}

/** The shared rows in which two columns differ by more than a tolerance; a return and none differ always. */
export function monthDifferences(
  asset: string,
  calendar: Calendar,
  bundled: Float64Array,
  newer: Float64Array,
  { from, to, shift }: SharedRows,
  tolerance: number,
): MonthDifference[] {
  const found: MonthDifference[] = [];
  for (let row = from; row <= to; row++) {
    const [a, b] = [bundled[row]!, newer[row + shift]!];
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    // Returns that differ by just the tolerance agree, though their difference is a few bits more.
    if (Math.abs(a - b) <= tolerance + 1e-12) continue;
    found.push({ asset, date: calendar.date(row), bundled: a, newer: b });
  }
  return found;
}

/** The bundled column up to `first`, from there on the newer one. */
export function joinedColumn(
  length: number,
  bundled: Float64Array,
  newer: Float64Array | undefined,
  first: number,
  newerAt: (row: number) => number,
): Float64Array {
  const column = new Float64Array(length).fill(NaN);
  column.set(newer === undefined ? bundled : bundled.subarray(0, first));
  if (newer !== undefined) for (let row = first; row < length; row++) column[row] = newer[newerAt(row)]!;
  return column;
}
