import { readFileSync } from 'node:fs';
import { InputError } from '../core/index.js';
import { fileFailure, type FilePath, pathText } from './file-path.js';
import { isZip, zipEntry } from './zip-entry.js';

/** A file's text and the words with which messages name it. */
export interface SourceText {
  /** For example `readPrices "spy.csv"`. */
  readonly where: string;
  readonly text: string;
}

/**
 * The text of a UTF-8 file, or of the one file in a zip archive; a byte order mark is left out.
 *
 * @throws InputError `file.missing` (no such file, a folder, no permission), `file.format` (not UTF-8: another encoding or a
 *   binary file; an archive of several files, such as an Excel workbook).
 */
export function readText(reader: string, path: FilePath): SourceText {
  const shown = pathText(reader, path);
  const where = `${reader} "${shown}"`;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new InputError(
      'file.missing',
      `${where}: cannot read the file: ${fileFailure(error)}. Give the path of a text file, relative to the folder in which the program runs.`,
      { where, path: shown },
    );
  }
  const plain = isZip(bytes) ? zipEntry(where, bytes) : bytes;
  try {
    return { where, text: new TextDecoder('utf-8', { fatal: true }).decode(plain) };
  } catch {
    throw new InputError(
      'file.format',
      `${where}: the file is not UTF-8 text; it is binary or in another encoding. Save it as plain CSV in UTF-8.`,
      { where, path: shown },
    );
  }
}
