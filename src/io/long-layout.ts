import { assertKnownOptions, assertName, InputError } from '../core/index.js';
import { isoDate } from '../time/index.js';
import type { DatedColumns } from './dated-columns.js';
import { columnOf, type DatedRows } from './dated-rows.js';
import { dayReader, type TextDateFormat } from './day-cell.js';
import { gridColumns, type LongGrid, longGrid, type LongRows, rowOfCell } from './long-rows.js';
import type { NumberReader } from './number-cell.js';
import { type ColumnChoice, pickColumns } from './pick-columns.js';

/** The columns of a long table beside that of the dates. */
export interface LongLayout {
  /** The column with the names of the assets. */
  readonly asset: string;
  /** The column with their returns, prices or figures. */
  readonly value: string;
}

/**
 * A long table as columns, one per asset in the order of first appearance; its lines may stand in any order.
 *
 * @throws InputError `calendar.duplicate`, `file.format`, `file.value`, `date.format`, `date.impossible`; each with the line.
 */
export function pivotedColumns(
  where: string,
  table: DatedRows,
  layout: LongLayout,
  format: TextDateFormat,
  read: NumberReader,
  choice?: ColumnChoice<string>,
): DatedColumns {
  assertKnownOptions(`${where}, long`, layout, ['asset', 'value']);
  assertName(where, 'long.asset', layout.asset);
  assertName(where, 'long.value', layout.value);
  const grid = longGrid(longRows(where, table, layout.asset, format));
  const values = longNumbers(where, table, layout.value, read);
  const all = gridColumns(grid, values);
  const dates = Array.from(grid.days, isoDate);
  if (choice === undefined) return { where, dates, columns: all, ...placesOf(grid) };
  const names = [...all.keys()];
  const picked = [...pickColumns(`${where}, assets in column "${layout.asset}"`, names, -1, choice)];
  const columns = new Map(picked.map(([name, position]) => [name, all.get(names[position]!)!]));
  const called = new Map(picked.map(([name, position]) => [name, names[position]!]));
  return { where, dates, columns, ...placesOf(grid, (name) => called.get(name) ?? name) };
}

/** The places of cells of a grid, for messages; `inFile` gives the file's own name of an asset that was renamed. */
export function placesOf(
  grid: LongGrid,
  inFile = (asset: string): string => asset,
): Required<Pick<DatedColumns, 'place' | 'line'>> {
  const { place, line = () => 0 } = grid.rows;
  const row = (day: number, asset?: string): number =>
    rowOfCell(grid, day, asset === undefined ? undefined : inFile(asset));
  return { place: (day, asset) => place(row(day, asset)), line: (day, asset) => line(row(day, asset)) };
}

/** The days and assets of the rows of a long text table. */
export function longRows(where: string, table: DatedRows, asset: string, format: TextDateFormat): LongRows {
  const { header, rows, unit, dateColumn } = table;
  const column = columnOf(where, table, asset);
  const dateName = header.cells[dateColumn]!;
  const day = dayReader(format);
  const known = new Map<string, number>();
  const assetOf = Int32Array.from(rows, ({ line, cells }) => {
    const name = cells[column]!;
    if (name === '') {
      throw new InputError(
        'file.format',
        `${where}, ${unit} ${line}, column "${asset}": found no name. Every ${unit} names its asset.`,
        { where, line, column: asset },
      );
    }
    const position = known.get(name) ?? known.size;
    if (position === known.size) known.set(name, position);
    return position;
  });
  const days = Int32Array.from(rows, ({ line, cells }) =>
    day(cells[dateColumn]!, { where, line, column: dateName, unit }),
  );
  const line = (row: number): number => rows[row]!.line;
  return { where, days, assetOf, assets: [...known.keys()], line, place: (row) => `${unit} ${line(row)}` };
}

/** One column of a text table as numbers, row by row. */
export function longNumbers(where: string, table: DatedRows, name: string, read: NumberReader): Float64Array {
  const { rows, unit } = table;
  const position = columnOf(where, table, name);
  return Float64Array.from(rows, ({ line, cells }) => read(cells[position]!, { where, line, column: name, unit }));
}
