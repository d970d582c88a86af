import { InputError } from '../core/index.js';
import type { View } from './view.js';

/** Assets with a full recent history, by position in `view.assets`, and that history. */
interface RecentReturns {
  readonly members: readonly number[];
  readonly returns: readonly Float64Array[];
}

/** The listed assets that have each of the last `periods` returns. */
export function withHistory<Asset extends string>(view: View<Asset>, periods: number): RecentReturns {
  const members: number[] = [];
  const returns: Float64Array[] = [];
  for (const member of view.listed) {
    const values = view.returns(view.assets[member]!, periods);
    if (values.some((value) => Number.isNaN(value))) continue;
    members.push(member);
    returns.push(values);
  }
  return { members, returns };
}

/** Refuses an asset without variation: weights by risk would put everything into it. */
export function assertMoves(
  where: string,
  view: { readonly assets: readonly string[]; readonly asOf: string },
  members: readonly number[],
  spreads: readonly number[],
): void {
  const still = spreads.indexOf(0);
  if (still < 0) return;
  const asset = view.assets[members[still]!]!;
  throw new InputError(
    'weights.invalid',
    `${where} on ${view.asOf}: the returns of "${asset}" do not vary over the lookback, so there is no risk to weigh by. Leave it out, or lengthen "lookback".`,
    { where, asset, date: view.asOf },
  );
}
