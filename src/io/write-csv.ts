import { type Table, toCsv } from '../table/index.js';
import type { FilePath } from './file-path.js';
import { writeText } from './write-text.js';

/**
 * Writes a table, or whatever else has `columns` and `rows` (a comparison), as a CSV file in UTF-8: column keys and full values, see `toCsv`. A file of this name is written over.
 *
 * @throws InputError `table.invalid`; `file.missing` when the folder does not exist or the file cannot be written.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, 0.02] } });
 * writeCsv('returns.csv', panelTable(panel));
 * console.log(readReturns('returns.csv', { frequency: 'monthly', units: 'fraction' }).returns('A').values[1]); // 0.02
 */
export function writeCsv(path: FilePath, table: Pick<Table, 'columns' | 'rows'>): void {
  writeText('writeCsv', path, toCsv(table));
}
