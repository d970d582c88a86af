import { commonWindow } from './common-window.js';
import type { Panel } from './panel.js';
import { storeOf } from './panel-store.js';
import { sliceRows } from './slice.js';

/**
 * Some assets of a panel on the rows where all of them are listed, so that they can be compared over one window.
 *
 * @param assets all of the panel's when absent.
 * @throws InputError `asset.unknown`, `panel.empty-window`.
 */
export function overlap<
  Asset extends string,
  Field extends string,
  Indicator extends string,
  Chosen extends Asset = Asset,
>(
  panel: Panel<Asset, Field, Indicator>,
  assets: readonly Chosen[] = panel.assets as readonly Chosen[],
): Panel<Chosen, Field, Indicator> {
  const store = storeOf(panel, 'overlap');
  const { first, last } = commonWindow(store, assets, 'overlap');
  return sliceRows<Chosen, Field, Indicator>(store, assets, first, last);
}
