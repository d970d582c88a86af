import { InputError } from '../core/index.js';
import type { IsoDate } from '../time/index.js';
import { indexOfAsset } from './panel.js';
import type { PanelStore } from './panel-store.js';

/** The rows on which all of some assets are listed. */
export interface CommonWindow {
  /** First and last row with a return. */
  readonly first: number;
  readonly last: number;
  /** Days of these rows. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The assets that keep the window from beginning earlier, or ending later, than another asset would allow; empty where none does. */
  readonly startLimitedBy: readonly string[];
  readonly endLimitedBy: readonly string[];
}

/**
 * The common window of assets: from the latest first return to the earliest last return.
 *
 * @throws InputError `asset.unknown`; `panel.empty-window` when the assets are never listed together, with the span of each.
 */
export function commonWindow(store: PanelStore, assets: readonly string[], where: string): CommonWindow {
  const spans = assets.map((asset) => {
    const index = indexOfAsset(store, asset, where);
    return { asset, first: store.first[index]!, last: store.last[index]! };
  });
  const empty = spans.find(({ first }) => first < 0);
  const first = Math.max(0, ...spans.map((span) => span.first));
  const last = Math.min(store.calendar.length - 1, ...spans.map((span) => span.last));
  if (empty !== undefined || first > last) {
    const { calendar } = store;
    const span = (s: { asset: string; first: number; last: number }): string =>
      s.first < 0 ? `${s.asset} has no return` : `${s.asset} ${calendar.date(s.first)} to ${calendar.date(s.last)}`;
    throw new InputError(
      'panel.empty-window',
      `${where}: no row on which all of ${assets.join(', ')} are listed (${spans.map(span).join('; ')}). Leave one out.`,
      { where, assets },
    );
  }
  const limiting = (bound: 'first' | 'last', row: number): string[] =>
    spans.some((span) => span[bound] !== row)
      ? spans.filter((span) => span[bound] === row).map(({ asset }) => asset)
      : [];
  return {
    first,
    last,
    from: store.calendar.date(first),
    to: store.calendar.date(last),
    startLimitedBy: limiting('first', first),
    endLimitedBy: limiting('last', last),
  };
}
