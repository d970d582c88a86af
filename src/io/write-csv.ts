import { assertKnownOptions } from '../core/index.js';
import { type Table, toCsv } from '../table/index.js';
import type { FilePath } from './file-path.js';
import { type Formulas, refuseFormulas } from './refuse-formulas.js';
import { writeText } from './write-text.js';

/** Options of {@link writeCsv}. */
export interface WriteCsvOptions {
  /**
   * What is done with names and texts that begin with =, +, -, @ or a tab, which a spreadsheet computes as formulas when it opens the file: 'refuse' (the
   * default), or 'keep' them as they are, for files that programs read. Nothing is put before them: a reader would find another name.
   * Numbers are never formulas.
   */
  readonly formulas?: Formulas;
}

/**
 * Writes a table, or whatever else has `columns` and `rows` (a comparison), as a CSV file in UTF-8: column keys and full values, see `toCsv`. A file of this name is written over.
 *
 * @throws InputError `table.invalid` (no table, or a text that a spreadsheet would compute); `file.missing` when the folder does not exist or the file cannot be written.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, 0.02] } });
 * writeCsv('returns.csv', panelTable(panel));
 * console.log(readReturns('returns.csv', { frequency: 'monthly', units: 'fraction' }).returns('A').values[1]); // 0.02
 */
export function writeCsv(path: FilePath, table: Pick<Table, 'columns' | 'rows'>, options: WriteCsvOptions = {}): void {
  assertKnownOptions('writeCsv', options, ['formulas']);
  const text = toCsv(table);
  refuseFormulas('writeCsv', table, options.formulas ?? 'refuse');
  writeText('writeCsv', path, text);
}
