import { assertName, InputError, nameList } from '../core/index.js';
import { assertHeader, type TextDateFormat } from './day-cell.js';
import { jsonRows, looksLikeJson } from './json-rows.js';
import { pickColumns } from './pick-columns.js';
import { type Delimiter, splitRows, type TextRows } from './split-rows.js';

/** A text table cut into cells, with the position of its dates. */
export interface DatedRows extends TextRows {
  readonly dateColumn: number;
}

interface DatedLayout {
  readonly dateFormat?: TextDateFormat;
  readonly date?: string;
  readonly delimiter?: Delimiter;
}

/** A text as rows of cells: JSON where it begins so, otherwise a delimited table. The header is checked to be one. */
export function datedRows(where: string, text: unknown, options: DatedLayout): DatedRows {
  const { delimiter, date, dateFormat = 'YYYY-MM-DD' } = options;
  const rows = looksLikeJson(text) ? jsonRows(where, text) : splitRows(where, text, delimiter);
  const { cells, line } = rows.header;
  if (rows.unit === 'line') assertHeader(where, line, cells[0]!, dateFormat);
  if (date === undefined) return { ...rows, dateColumn: rows.unit === 'line' ? 0 : namedDate(where, cells) };
  assertName(where, 'date', date);
  return { ...rows, dateColumn: pickColumns(headerPlace(where, rows), cells, -1, [date]).get(date)! };
}

/** Where a header stands, for messages. */
export const headerPlace = (where: string, { header, unit }: TextRows): string =>
  unit === 'line' ? `${where}, line ${header.line}` : where;

/** The position of a column that must be there. */
export const columnOf = (where: string, table: DatedRows, name: string): number =>
  pickColumns(headerPlace(where, table), table.header.cells, table.dateColumn, [name]).get(name)!;

function namedDate(where: string, names: readonly string[]): number {
  const found = names.flatMap((name, position) => (/^date$/i.test(name) ? [position] : []));
  if (found.length === 1) return found[0]!;
  const what = found.length === 0 ? 'no name' : 'more than one name like';
  throw new InputError(
    'option.missing',
    `${where}: the JSON has ${what} "date" (${nameList(names)}). Say which one holds the dates with "date".`,
    { where, option: 'date', known: names },
  );
}
