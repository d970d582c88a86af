import type { AnyPanel } from '../panel/index.js';
import type { FilePath } from './file-path.js';
import { panelFrom } from './panel-from-json.js';
import { parseJson } from './parse-json.js';
import { readText } from './read-text.js';

/**
 * A panel from a JSON file that {@link writePanel} wrote.
 *
 * @throws InputError `file.missing`, `file.format` (no JSON, or not a panel's, with the path of the value), and those of
 *   {@link panelFromJson}.
 * @example
 * writePanel('panel.json', fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, 0.02] } }));
 * console.log(readPanel('panel.json').returns('A').values[1]); // 0.02
 */
export function readPanel(path: FilePath): AnyPanel {
  const { where, text } = readText('readPanel', path);
  return panelFrom(where, parseJson(where, text, 'writePanel'));
}
