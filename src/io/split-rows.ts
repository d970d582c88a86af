import Papa from 'papaparse';
import { assertOneOf, describeValue, InputError } from '../core/index.js';
import { assertText } from './assert-text.js';
import type { RowUnit } from './number-cell.js';

/** What may stand between two cells. */
export type Delimiter = ',' | ';' | '\t' | '|';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** One row of a text table and the line of the file on which it begins, from 1. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A text table cut into cells, all rows as long as the header. */
export interface TextRows {
  readonly header: TextRow;
  readonly rows: readonly TextRow[];
  readonly unit: RowUnit;
}

/**
 * Cuts a delimited text (RFC 4180: quotes may hold delimiters and line breaks) into trimmed cells. Lines without any text are left out.
 *
 * @param delimiter absent: the one of comma, semicolon, tab and | that cuts the lines into equally many cells.
 * @throws InputError `file.format` for a text that is no table of at least two columns and one row, a line that has more or
 *   fewer cells than the header, or an open quote; always with the line.
 */
export function splitRows(where: string, text: unknown, delimiter?: Delimiter): TextRows {
  if (delimiter !== undefined) assertOneOf(where, 'delimiter', delimiter, DELIMITERS);
  const plain = assertText(where, text);
  const { data, errors } = Papa.parse<string[]>(plain, {
    delimiter: delimiter ?? guessDelimiter(plain),
    newline: '\n',
  });
  const lines = plain.includes('"') ? lineNumbers(data) : data.map((_, index) => index + 1);
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote !== undefined) {
    const line = lines[quote.row ?? 0] ?? 1;
    throw refusal(where, line, `${quote.message}. Close every quote, and double a quote inside a quoted cell`, plain);
  }
  const rows = data
    .map((cells, index) => ({ line: lines[index]!, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...body] = rows;
  if (header === undefined) throw refusal(where, 1, 'found no cell with text. It needs a header line and rows', plain);
  const width = header.cells.length;
  if (width < 2) {
    const found = describeValue(header.cells[0]);
    const between = delimiter === undefined ? 'comma, semicolon, tab or |' : describeValue(delimiter);
    const what = `found one cell, ${found}; a header names at least two columns with ${between} between them. Check the delimiter`;
    throw refusal(where, header.line, what, plain);
  }
  const ragged = body.find(({ cells }) => cells.length !== width);
  if (ragged !== undefined) {
    const what = `found ${ragged.cells.length} cells (the first is ${describeValue(ragged.cells[0])}), but the header has ${width}. Every line needs one cell per column, empty where there is no value${decimalCommas(ragged.cells.length, width)}`;
    throw refusal(where, ragged.line, what, plain);
  }
  if (body.length === 0)
    throw refusal(where, header.line, 'found a header and no rows. Rows of data belong below it', plain);
  return { header, rows: body, unit: 'line' };
}

/** Each number cut in two is what decimal commas leave where commas stand between the cells. */
const decimalCommas = (found: number, width: number): string =>
  found === 2 * width - 1
    ? '; a decimal comma cuts a number into two cells, so write decimals with a point or set cells apart by semicolons'
    : '';

/** The delimiter of the first lines with text: an empty line would count as a row of one cell, and hide a table of two columns. */
export function guessDelimiter(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const sample = lines.slice(0, 20).join('\n');
  return Papa.parse(sample, { delimitersToGuess: [...DELIMITERS], newline: '\n' }).meta.delimiter;
}

/** The line on which each row begins: a quoted cell may hold line breaks. */
function lineNumbers(data: readonly (readonly string[])[]): number[] {
  let line = 1;
  return data.map((cells) => {
    const start = line;
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    return start;
  });
}

function refusal(where: string, line: number, what: string, text: string): InputError {
  const french = text.slice(0, 2000).includes('CRSP database');
  const hint = french ? ' This looks like a file of the Kenneth R. French Data Library: parseFrench reads those.' : '';
  return new InputError('file.format', `${where}, line ${line}: ${what}.${hint}`, { where, line });
}
