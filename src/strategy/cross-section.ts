import { ranksFrom } from './average-ranks.js';
import type { CompositeRank } from './composite-rank.js';
import { heldWeight } from './held-weight.js';
import { sharedOf } from './shared-view.js';
import type { View } from './view.js';
import type { Weights } from './weights.js';

/** What is known of the names of one day: read once, asked by every step of a screen. Names are positions in `view.assets`. */
export interface CrossSection {
  /** Listed names of which every field is known. */
  eligible(): readonly number[];
  /** A field of some names, or their score among each other. */
  values(rank: string | CompositeRank, members: readonly number[]): number[];
  /** Whether the portfolio holds the name now: the engine's drifted weight is above 0. */
  held(member: number): boolean;
}

/** Reads the fields that the screens and the weighting use. */
export function crossSection<Field extends string>(view: View<string, Field>, fields: readonly Field[]): CrossSection {
  const shared = sharedOf(view);
  const columns = new Map<string, Float64Array>(
    fields.map((field) => [field, shared === undefined ? view.field(field) : shared.column(field)]),
  );
  let holdings: Weights | undefined;

  const column = (field: string, members: readonly number[]): number[] => {
    const values = columns.get(field)!;
    return members.map((member) => values[member]!);
  };
  // The sum comes before the division: equal sums of whole and half ranks then give equal scores.
  const score = ({ parts }: CompositeRank, members: readonly number[]): number[] => {
    const sums = members.map(() => 0);
    let weights = 0;
    for (const { field, best, weight = 1 } of parts) {
      weights += weight;
      ranksFrom(column(field, members), best).forEach((rank, index) => (sums[index]! += weight * (rank - 0.5)));
    }
    return sums.map((sum) => sum / (members.length * weights));
  };

  return {
    eligible: () => known(view.listed, [...columns.values()]),
    values: (rank, members) => (typeof rank === 'string' ? column(rank, members) : score(rank, members)),
    held: (member) => heldWeight((holdings ??= view.holdings), view.assets[member]!) > 0,
  };
}

/** Names of which every field is known. */
function known(listed: ArrayLike<number>, fields: readonly Float64Array[]): number[] {
  const names: number[] = [];
  for (let place = 0; place < listed.length; place++) {
    const member = listed[place]!;
    let field = 0;
    while (field < fields.length && Number.isFinite(fields[field]![member])) field++;
    if (field === fields.length) names.push(member);
  }
  return names;
}
