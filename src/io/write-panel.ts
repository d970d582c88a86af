import { type AnyPanel, storeOf } from '../panel/index.js';
import type { FilePath } from './file-path.js';
import { writeText } from './write-text.js';

/**
 * Writes a panel as a JSON file that {@link readPanel} reads: returns in full precision, facts as known on the rows, what the
 * numbers are and which indicators use hindsight. A file of this name is written over.
 *
 * @throws InputError `panel.invalid`; `file.missing` when the folder does not exist or the file cannot be written.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { A: [0.01] }, kind: 'price' });
 * writePanel('panel.json', panel);
 * console.log(readPanel('panel.json').returns('A').meta); // { kind: 'price', net: false }
 */
export function writePanel(path: FilePath, panel: AnyPanel): void {
  storeOf(panel, 'writePanel');
  writeText('writePanel', path, `${JSON.stringify(panel)}\n`);
}
