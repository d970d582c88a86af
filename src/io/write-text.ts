import { writeFileSync } from 'node:fs';
import { InputError } from '../core/index.js';
import { fileFailure, type FilePath, pathText } from './file-path.js';

/** Writes a text as UTF-8, over a file of this name if there is one. */
export function writeText(writer: string, path: FilePath, text: string): void {
  const shown = pathText(writer, path);
  try {
    writeFileSync(path, text, 'utf8');
  } catch (error) {
    const where = `${writer} "${shown}"`;
    throw new InputError(
      'file.missing',
      `${where}: cannot write the file: ${fileFailure(error)}. Give a file name in a folder that exists.`,
      { where, path: shown },
    );
  }
}
