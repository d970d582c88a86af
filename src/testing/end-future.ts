import { type AnyPanel, sliceRows, storeOf } from '../panel/index.js';
import { nextReturn } from './next-return.js';

/**
 * The panel without a future: it ends on the row after `cut`, or, where an asset pauses on that row, with the asset's next return, since
 * without it the asset would have ended before.
 */
export function endFuture(panel: AnyPanel, cut: number): AnyPanel {
  const store = storeOf(panel, 'endFuture');
  const { length } = store.calendar;
  const ends = store.assets.map((_, asset) => {
    const column = store.values.subarray(asset * length, (asset + 1) * length);
    return nextReturn(column, { first: store.first[asset]!, last: store.last[asset]! }, cut + 1);
  });
  const end = ends.reduce((latest, row) => Math.max(latest, row), cut + 1);
  return sliceRows(store, store.assets, 0, end);
}
