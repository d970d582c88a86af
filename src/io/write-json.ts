import type { FilePath } from './file-path.js';
import { rowsOf, type TabularSource } from './rows-of.js';
import { writeText } from './write-text.js';

/**
 * Writes rows as a JSON file: an array of one object per row with full values, which most tools read as a table. It takes a table or what has one, a
 * panel's returns, a return series or a summary. NaN, which JSON cannot say, is null. A file of this name is written over.
 *
 * A whole panel, with its facts, is written by `writePanel`, a whole result by `writeResult`.
 *
 * @throws InputError `series.invalid` for what has no rows; `file.missing` when the file cannot be written.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, 0.02] } });
 * writeJson('returns.json', panel);
 * console.log(readReturns('returns.json', { frequency: 'monthly', units: 'fraction' }).returns('A').values[1]); // 0.02
 */
export function writeJson(path: FilePath, source: TabularSource): void {
  const { columns, rows } = rowsOf('writeJson', 'the second argument', source);
  const records = rows.map((row) => Object.fromEntries(columns.map((key) => [key, row[key] ?? null])));
  writeText('writeJson', path, `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`);
}
