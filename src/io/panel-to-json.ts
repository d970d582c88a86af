import { type AnyPanel, storeOf } from '../panel/index.js';
import type { PanelFileJson } from './panel-schema.js';

/**
 * A panel as plain JSON that {@link panelFromJson} reads: `panel.toJSON()`, and the names of the indicators that use hindsight.
 *
 * @throws InputError `panel.invalid`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, NaN] } });
 * console.log(panelToJson(panel).returns, panelToJson(panel).usesHindsight); // { A: [ 0.01, null ] } []
 */
export function panelToJson(panel: AnyPanel): PanelFileJson {
  const { indicators } = storeOf(panel, 'panelToJson');
  const usesHindsight = [...indicators].filter(([, indicator]) => indicator.usesHindsight).map(([name]) => name);
  return { ...panel.toJSON(), usesHindsight };
}
