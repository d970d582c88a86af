import { assertKnownOptions, assertNumber } from '../core/index.js';
import { assertRankable, type CompositeRank } from './composite-rank.js';
import type { CountScreen } from './screen.js';

/**
 * Keeps the `count` names of which the characteristic is largest, all if there are fewer: `topCount('momentum', 50)`.
 *
 * Never more than `count` enter, so equal values at the bound are decided by name, in the order of its characters; where many are equal,
 * `topFraction`, which keeps them all, is the better question. With `{ keep: 80 }` a name that is held stays while it is among the
 * first 80, and then from 50 to 80 are kept. The smallest values: `topCount(compositeRank([{ field, best: 'smallest' }]), 50)`.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`.
 * @example
 * console.log(topCount('momentum', 50, { keep: 80 }).count); // 50
 */
export function topCount<const Field extends string>(
  field: Field | CompositeRank<Field>,
  count: number,
  options: { readonly keep?: number | undefined } = {},
): CountScreen<Field> {
  assertRankable('topCount', 'field', field);
  assertNumber('topCount', 'count', count, { min: 1, integer: true });
  assertKnownOptions('topCount', options, ['keep']);
  const { keep } = options;
  if (keep !== undefined) {
    const allowed = `a whole number from the ${count} by which names enter`;
    assertNumber('topCount', 'keep', keep, { min: count, integer: true, allowed });
  }
  return Object.freeze({ kind: 'topCount', field, count, ...(keep === undefined ? {} : { keep }) });
}
