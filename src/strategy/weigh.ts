import { InputError, sum } from '../core/index.js';
import { ranksFrom } from './average-ranks.js';
import { fieldsOf } from './composite-rank.js';
import type { CrossSection } from './cross-section.js';
import type { Weighting } from './weighting.js';
import type { Allocation } from './weights.js';

/** Divides the whole among the names that are left. Nothing left, or nothing but zeros to weigh by: nothing held. */
export function weigh(
  weighting: Weighting,
  members: readonly number[],
  names: CrossSection,
  { assets, asOf }: { readonly assets: readonly string[]; readonly asOf: string },
): Allocation {
  if (weighting.kind === 'equal') return { members: [...members], weights: members.map(() => 1 / members.length) };
  const values = names.values(weighting.field, members);
  const parts = weighting.kind === 'rank' ? ranksFrom(values, weighting.best) : values;
  const negative = parts.findIndex((part) => part < 0);
  if (negative >= 0) {
    const field = fieldsOf(weighting.field).join('", "');
    const asset = assets[members[negative]!]!;
    throw new InputError(
      'screen.invalid',
      `weighBy("${field}"): "${asset}" has ${parts[negative]!} on ${asOf}; a weight is zero or more.`,
      { field, asset, date: asOf },
    );
  }
  const total = sum(parts);
  if (total === 0) return { members: [], weights: [] };
  return { members: [...members], weights: parts.map((part) => part / total) };
}
