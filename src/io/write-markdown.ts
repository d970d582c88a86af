import { type Table, toMarkdown } from '../table/index.js';
import type { FilePath } from './file-path.js';
import { writeText } from './write-text.js';

/**
 * Writes a table as a Markdown file in UTF-8: title, printed texts and notes, see `toMarkdown`. A file of this name is written over.
 *
 * @throws InputError `table.invalid`; `file.missing` when the folder does not exist or the file cannot be written.
 * @example
 * const table = makeTable({ columns: [{ key: 'fund', align: 'left' }, { key: 'cagr' }], rows: [{ fund: 'A', cagr: 0.123 }] });
 * writeMarkdown('funds.md', table);
 * console.log(toMarkdown(table).split('\n')[0]); // | fund | cagr |
 */
export function writeMarkdown(path: FilePath, table: Table): void {
  writeText('writeMarkdown', path, toMarkdown(table));
}
