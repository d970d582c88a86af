import { InputError } from '../core/index.js';
import { isoDate } from '../time/index.js';

/** The rows of a long table, one per date and asset, in any order: what a reader makes before it becomes a panel. */
export interface LongRows {
  readonly where: string;
  /** The day number of each row. */
  readonly days: Int32Array;
  /** The position of each row's asset in `assets`. */
  readonly assetOf: Int32Array;
  readonly assets: readonly string[];
  /** The place of a row in words, such as "line 12". */
  readonly place: (row: number) => string;
  /** The line of a row in a file, from 1; absent where there is none. */
  readonly line?: (row: number) => number;
}

/** A long table seen as a grid: all its days, ascending, by all its assets. */
export interface LongGrid {
  readonly rows: LongRows;
  /** Distinct day numbers, ascending. */
  readonly days: Int32Array;
  /** The row of the long table that fills cell `asset * days.length + day`; −1 where none does. */
  readonly rowAt: Int32Array;
}

/** What fits into the memory of a common machine as one column. */
const MOST_CELLS = 200_000_000;

/**
 * Finds the place of every row of a long table on the grid of its days and assets.
 *
 * @throws InputError `calendar.duplicate` when an asset has two rows of one day, `file.format` when the grid would not fit into memory.
 */
export function longGrid(rows: LongRows): LongGrid {
  const { where, assets, assetOf } = rows;
  const { days, indexOf } = distinctDays(rows.days);
  const cells = assets.length * days.length;
  if (cells > MOST_CELLS) {
    throw new InputError(
      'file.format',
      `${where}: ${assets.length} assets on ${days.length} days are ${cells} cells, more than the ${MOST_CELLS} that are read at once. Check which column holds the assets, or read fewer years.`,
      { where, assets: assets.length, days: days.length },
    );
  }
  const rowAt = new Int32Array(cells).fill(-1);
  for (let row = 0; row < assetOf.length; row++) {
    const cell = assetOf[row]! * days.length + indexOf(rows.days[row]!);
    const before = rowAt[cell]!;
    if (before >= 0) throw duplicate(rows, before, row);
    rowAt[cell] = row;
  }
  return { rows, days, rowAt };
}

/** Distinct days, ascending, and the index of a day among them. A table of all days between them is faster than a set. */
function distinctDays(all: Int32Array): { readonly days: Int32Array; readonly indexOf: (day: number) => number } {
  let [first, last] = [all[0] ?? 0, all[0] ?? 0];
  for (const day of all) {
    if (day < first) first = day;
    else if (day > last) last = day;
  }
  const index = new Int32Array(last - first + 1).fill(-1);
  for (const day of all) index[day - first] = 0;
  const days: number[] = [];
  for (let at = 0; at < index.length; at++) if (index[at] === 0) index[at] = days.push(first + at) - 1;
  return { days: Int32Array.from(all.length === 0 ? [] : days), indexOf: (day) => index[day - first]! };
}

/** The values of the rows as columns of the grid, one per asset; NaN where an asset has no row on a day. */
export function gridColumns({ rows, days, rowAt }: LongGrid, values: Float64Array): Map<string, Float64Array> {
  return new Map(
    rows.assets.map((asset, index) => {
      const column = new Float64Array(days.length).fill(NaN);
      for (let day = 0; day < days.length; day++) {
        const row = rowAt[index * days.length + day]!;
        if (row >= 0) column[day] = values[row]!;
      }
      return [asset, column];
    }),
  );
}

/** The row of a cell, or of the first asset that has one on that day: what a message points to. */
export function rowOfCell({ rows, days, rowAt }: LongGrid, day: number, asset: string | undefined): number {
  const own = asset === undefined ? -1 : rows.assets.indexOf(asset);
  const row = own < 0 ? -1 : rowAt[own * days.length + day]!;
  if (row >= 0) return row;
  for (let index = 0; index < rows.assets.length; index++) {
    const other = rowAt[index * days.length + day]!;
    if (other >= 0) return other;
  }
  return 0;
}

function duplicate({ where, place, line, assets, assetOf, days }: LongRows, first: number, second: number): InputError {
  const asset = assets[assetOf[second]!]!;
  const date = isoDate(days[second]!);
  return new InputError(
    'calendar.duplicate',
    `${where}, ${place(second)}: "${asset}" has ${date} twice; the first one is ${place(first)}. Keep one.`,
    { where, asset, found: date, row: second, ...(line === undefined ? {} : { line: line(second) }) },
  );
}
