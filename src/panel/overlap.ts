import { describeValue, InputError, isSparse } from '../core/index.js';
import { commonWindow } from './common-window.js';
import type { Panel } from './panel.js';
import { storeOf } from './panel-store.js';
import { sliceRows } from './slice.js';

/**
 * Some assets of a panel on the rows where all of them are listed, so that they can be compared over one window.
 *
 * @param assets all of the panel's when absent.
 * @throws InputError `option.type` (no list of names, or an empty one), `panel.name` (a name twice), `asset.unknown`,
 *   `panel.empty-window`.
 * @example
 * const panel = fromReturns({
 *   frequency: 'monthly',
 *   dates: ['2024-01', '2024-02', '2024-03'],
 *   returns: { A: [0.01, 0.02, 0.03], B: [NaN, 0.02, 0.01] },
 * });
 * console.log(overlap(panel, ['A', 'B']).calendar.date(0), overlap(panel, ['A']).calendar.date(0)); // 2024-02-29 2024-01-31
 */
export function overlap<
  Asset extends string,
  Field extends string,
  Indicator extends string,
  Chosen extends Asset = Asset,
>(
  panel: Panel<Asset, Field, Indicator>,
  assets: readonly Chosen[] = storeOf(panel, 'overlap').assets as readonly Chosen[],
): Panel<Chosen, Field, Indicator> {
  const store = storeOf(panel, 'overlap');
  const given: unknown = assets;
  if (!Array.isArray(given) || given.length === 0 || isSparse(given)) {
    const found = Array.isArray(given)
      ? given.length === 0
        ? 'an empty list'
        : 'a list with empty places'
      : describeValue(given);
    throw new InputError(
      'option.type',
      `overlap: "assets" is ${found}; it must be a list of one or more asset names of the panel, such as ['${store.assets[0]!}'].`,
      { found },
    );
  }
  const repeated = assets.find((asset, index) => assets.indexOf(asset) !== index);
  if (repeated !== undefined) {
    throw new InputError('panel.name', `overlap: ${describeValue(repeated)} stands twice in "assets". Name it once.`, {
      asset: repeated,
    });
  }
  const { first, last } = commonWindow(store, assets, 'overlap');
  return sliceRows<Chosen, Field, Indicator>(store, assets, first, last);
}
