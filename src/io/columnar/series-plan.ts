import { assertKnownOptions } from '../../core/index.js';
import { isoDate } from '../../time/index.js';
import type { DatedColumns } from '../dated-columns.js';
import { placesOf } from '../long-layout.js';
import { gridColumns, longGrid } from '../long-rows.js';
import { pickColumns } from '../pick-columns.js';
import type { TextTableOptions } from '../text-table.js';
import { datePosition, type Plan, positionOf } from './plan.js';
import { dataRow } from './raw-table.js';
import { assertZone, type ReadColumns, type TimeZone, type Wanted } from './wanted.js';

/** How a table of columns is laid out: as a text table is, without what only a text has. */
export interface ColumnsLayout<Asset extends string = string> extends Omit<TextTableOptions<Asset>, 'delimiter'> {
  /** What moments with a time zone mean, in a column of dates that holds such: their day in UTC. Absent: they are refused. */
  readonly zone?: TimeZone;
}

/** The names of the layout options, for option checks. */
export const columnsOptions = ['dateFormat', 'date', 'long', 'columns', 'missing', 'zone'] as const;

/** Reads a wide or a long table of prices or returns. */
export function seriesPlan(where: string, names: readonly string[], options: ColumnsLayout): Plan<DatedColumns> {
  const { dateFormat: format = 'YYYY-MM-DD', date, long, columns, missing = [], zone } = options;
  assertZone(where, zone);
  const dates = datePosition(where, names, date);
  const common = {
    days: new Map([[dates, { format, required: true }]]),
    missing,
    ...(zone === undefined ? {} : { zone }),
  };
  if (long === undefined) {
    const picked = pickColumns(where, names, dates, columns);
    const wanted: Wanted = { ...common, names: [], numbers: [...new Set(picked.values())] };
    return { wanted, make: (read) => wide(where, read, dates, picked) };
  }
  assertKnownOptions(`${where}, long`, long, ['asset', 'value']);
  const asset = positionOf(where, names, dates, 'long.asset', long.asset);
  const value = positionOf(where, names, dates, 'long.value', long.value);
  return {
    wanted: { ...common, names: [asset], numbers: [value] },
    make: (read) => pivoted(where, read, { dates, asset, value, called: long.asset }, columns),
  };
}

function wide(where: string, read: ReadColumns, dates: number, picked: ReadonlyMap<string, number>): DatedColumns {
  return {
    where,
    dates: Array.from(read.days.get(dates)!, isoDate),
    columns: new Map(Array.from(picked, ([name, position]) => [name, read.numbers.get(position)!])),
    place: dataRow,
  };
}

function pivoted(
  where: string,
  read: ReadColumns,
  at: { readonly dates: number; readonly asset: number; readonly value: number; readonly called: string },
  choice: ColumnsLayout['columns'],
): DatedColumns {
  const { of: assetOf, list: assets } = read.names.get(at.asset)!;
  const grid = longGrid({ where, days: read.days.get(at.dates)!, assetOf, assets, place: dataRow });
  const all = gridColumns(grid, read.numbers.get(at.value)!);
  const dates = Array.from(grid.days, isoDate);
  if (choice === undefined) return { where, dates, columns: all, place: placesOf(grid).place };
  const picked = [...pickColumns(`${where}, assets in column "${at.called}"`, assets, -1, choice)];
  const called = new Map(picked.map(([name, position]) => [name, assets[position]!]));
  return {
    where,
    dates,
    columns: new Map(picked.map(([name, position]) => [name, all.get(assets[position]!)!])),
    place: placesOf(grid, (name) => called.get(name) ?? name).place,
  };
}
