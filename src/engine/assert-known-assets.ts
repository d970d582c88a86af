import { describeValue, InputError, suggestNames } from '../core/index.js';

/** Refuses names in an option that are no assets of the panel. */
export function assertKnownAssets(where: string, names: readonly string[], known: readonly string[]): void {
  for (const asset of names) {
    if (known.includes(asset)) continue;
    throw new InputError(
      'asset.unknown',
      `${where}: the panel has no asset ${describeValue(asset)}. ${suggestNames(asset, known)}`,
      {
        asset,
      },
    );
  }
}
