import { closeSync, openSync, readSync } from 'node:fs';
import Papa from 'papaparse';
import { InputError } from '../../core/index.js';
import { assertText } from '../assert-text.js';
import { type Delimiter, guessDelimiter, splitRows } from '../split-rows.js';

/** What is known of a text table from its beginning. */
export interface CsvHead {
  readonly names: readonly string[];
  readonly delimiter: string;
  /** Lines before the header. */
  readonly skip: number;
}

const FIRST = 1 << 16;
/** No header is longer: a file without a line end in so many bytes is no table. */
const LONGEST = 1 << 28;

/**
 * The header of a text table, from the beginning of its file.
 *
 * @throws InputError `file.format`: not UTF-8, no table, no rows.
 */
export function csvHead(where: string, path: string, delimiter: Delimiter | undefined): CsvHead {
  for (let size = FIRST; ; size *= 8) {
    const bytes = beginning(path, size);
    const whole = bytes.length < size;
    // The last line of a beginning is cut off somewhere.
    const end = whole ? bytes.length : bytes.lastIndexOf(10) + 1;
    if (size > LONGEST) throw noTable(where);
    if (end === 0 && !whole) continue;
    const text = decoded(where, bytes.subarray(0, end));
    // A small file is checked whole, and its faults are told with their lines.
    if (whole) splitRows(where, text, delimiter);
    const plain = assertText(where, text);
    const used = delimiter ?? guessDelimiter(plain);
    const { data } = Papa.parse<string[]>(plain, { delimiter: used, newline: '\n', preview: 50 });
    const at = data.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
    if (at < 0 || (data.length < at + 2 && !whole)) continue;
    const names = data[at]!.map((cell) => cell.trim());
    if (names.length < 2) splitRows(where, plain, delimiter);
    return { names, delimiter: used, skip: at };
  }
}

function beginning(path: string, size: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(size);
    let length = 0;
    for (;;) {
      const read = readSync(file, bytes, length, size - length, length);
      length += read;
      if (read === 0 || length === size) return bytes.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function decoded(where: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(
      'file.format',
      `${where}: the file is not UTF-8 text; it is binary or in another encoding. Save it as plain CSV in UTF-8, or as Parquet.`,
      { where },
    );
  }
}

const noTable = (where: string): InputError =>
  new InputError(
    'file.format',
    `${where}: found no header and row in the first ${LONGEST} bytes. Give a file of lines, one row each, with a header on top.`,
    { where },
  );
