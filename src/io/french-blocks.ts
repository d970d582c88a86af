import { describeValue, InputError } from '../core/index.js';
import { assertText } from './assert-text.js';
import type { TextRow } from './split-rows.js';

/** One table of a file of Kenneth R. French's data library, which holds several below each other. */
export interface FrenchBlock {
  /** The lines above the column names, joined: "Average Value Weighted Returns -- Monthly". Empty where the file gives none. */
  readonly title: string;
  /** What the rows are, by their labels: YYYY, YYYYMM or YYYYMMDD. */
  readonly rows: 'years' | 'months' | 'days';
  readonly columns: readonly string[];
  /** Labels of the first and last row, as written. */
  readonly from: string;
  readonly to: string;
  /** Whether the numbers are returns in percent; otherwise they are counts, sizes or ratios. */
  readonly returns: boolean;
}

/** A block with its cells. */
export interface FrenchTable extends FrenchBlock {
  readonly line: number;
  readonly data: readonly TextRow[];
}

const ROW = /^\s*(\d{8}|\d{6}|\d{4})\s*,/;
const NAMES = /^\s*,/;
const ROWS = { 4: 'years', 6: 'months', 8: 'days' } as const;

/**
 * The tables in a file of Kenneth R. French's data library: their titles, columns and spans, in the order of the file.
 *
 * @throws InputError `file.format` when there is no table, rows stand without column names above them, or a row is longer or shorter
 *   than its header.
 * @example
 * const file = 'Made of the 202512 CRSP database.\n\n,SMB,RF\n202401,-5.09,0.47\n202402,-0.24,0.42\n\n Annual Factors\n,SMB,RF\n2024,-8.1,5.2\n';
 * const [monthly, annual] = frenchBlocks(file);
 * console.log(monthly.rows, monthly.columns, monthly.to, annual.title); // months [ 'SMB', 'RF' ] 202402 Annual Factors
 */
export function frenchBlocks(text: string): readonly FrenchBlock[] {
  return Object.freeze(
    frenchTables('frenchBlocks', text).map(({ title, rows, columns, from, to, returns }) =>
      Object.freeze({ title, rows, columns, from, to, returns }),
    ),
  );
}

/** All tables of a file, with their cells. */
export function frenchTables(where: string, text: unknown): readonly FrenchTable[] {
  const lines = assertText(where, text).split('\n');
  const tables: FrenchTable[] = [];
  let end = 0;
  for (let index = 0; index < lines.length; index++) {
    if (!ROW.test(lines[index]!)) continue;
    const table = readTable(where, lines, index, end);
    tables.push(table);
    end = index + table.data.length;
    index = end - 1;
  }
  if (tables.length > 0) return tables;
  throw new InputError(
    'file.format',
    `${where}: found no table: no line begins with a year, a month as YYYYMM or a day as YYYYMMDD, and a comma. Wide CSV tables are read by parseReturns.`,
    { where },
  );
}

function readTable(where: string, lines: readonly string[], first: number, previousEnd: number): FrenchTable {
  const above = lines[first - 1] ?? '';
  if (first - 1 < previousEnd || !NAMES.test(above)) {
    const what = `found the row ${describeValue(lines[first])} without a line of column names above it, which begins with a comma`;
    throw refusal(where, first + 1, `${what}. The line before may be damaged`);
  }
  if (first - 2 >= previousEnd && NAMES.test(lines[first - 2] ?? '')) {
    const what = `found two lines of column names below each other, ${describeValue(lines[first - 2])} and ${describeValue(above)}`;
    throw refusal(where, first, `${what}. Keep the one that belongs to the rows`);
  }
  const columns = cellsOf(above).slice(1);
  if (holdNumbers(columns)) {
    throw refusal(where, first, `found numbers, ${describeValue(above)}, where the names of the columns belong`);
  }
  const label = cellsOf(lines[first]!)[0]!;
  const data: TextRow[] = [];
  let index = first;
  for (; index < lines.length && (ROW.test(lines[index]!) || belongs(lines[index]!, columns.length)); index++) {
    const cells = cellsOf(lines[index]!);
    const right = cells.length === columns.length + 1 && /^\d+$/.test(cells[0]!) && cells[0]!.length === label.length;
    if (!right) {
      const what = `found ${cells.length} cells, the first ${describeValue(cells[0])}; a row of this block has a label such as ${label} and ${columns.length} values`;
      throw refusal(where, index + 1, `${what}. Correct the line`);
    }
    data.push({ line: index + 1, cells });
  }
  const title = titleAbove(lines, first - 2, previousEnd);
  return {
    title,
    rows: ROWS[label.length as 4 | 6 | 8],
    columns: Object.freeze(columns),
    from: label,
    to: data[data.length - 1]!.cells[0]!,
    returns: title === '' || /return|factor/i.test(title),
    line: first,
    data,
  };
}

/**
 * Whether a line right below the rows looks like one more of them that is damaged: as many cells, a number in front, a number beside a comma, no
 * letter, or numbers without a label. A row that were taken for the end of its block would be lost in silence.
 */
function belongs(line: string, width: number): boolean {
  const [label = '', ...cells] = cellsOf(line);
  if (NAMES.test(line)) return holdNumbers(cells);
  const damaged = cells.length === width || /^\d/.test(label) || /\d.*,|,.*\d/.test(line) || !/\p{L}/u.test(line);
  return damaged && line.trim() !== '';
}

/** Whether cells that should be names are numbers: one of them with a decimal point, or all of them. */
const holdNumbers = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^[-+]?\d*\.\d+$/.test(cell)) || cells.every((cell) => /^[-+]?\d+$/.test(cell));

const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.trim());

/** The lines of text right above the column names; prose that begins on the file's first line is no title. */
function titleAbove(lines: readonly string[], last: number, previousEnd: number): string {
  let first = last;
  while (first >= previousEnd && lines[first]!.trim() !== '') first--;
  if (first < 0) return '';
  const words = lines.slice(first + 1, last + 1).join(' ');
  return words.replaceAll(/\s+/g, ' ').trim();
}

function refusal(where: string, line: number, what: string): InputError {
  return new InputError('file.format', `${where}, line ${line}: ${what}.`, { where, line });
}
