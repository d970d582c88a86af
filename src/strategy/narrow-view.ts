import type { View } from './view.js';
import type { Weights } from './weights.js';

/**
 * The view as a strategy sees it that runs inside another one: only its own assets, which must be the first of the outer ones.
 * It may read as much history as the outer one.
 */
export function narrowView<Asset extends string, Field extends string, Indicator extends string>(
  view: View<string, Field, Indicator>,
  assets: readonly Asset[],
): View<Asset, Field, Indicator> {
  const own = new Set<string>(assets);
  const held = Object.entries(view.holdings).filter(([asset]) => own.has(asset));
  const { returns, totalReturn, indicator, indicatorHistory } = view;
  return Object.freeze({
    asOf: view.asOf,
    assets,
    listed: Int32Array.from(view.listed).filter((member) => member < assets.length),
    holdings: Object.freeze(Object.fromEntries(held)) as Weights<Asset>,
    returns,
    totalReturn,
    field: (name: Field) => view.field(name).slice(0, assets.length),
    indicator,
    indicatorHistory,
  });
}
