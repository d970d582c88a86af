import type { SeriesMeta } from '../panel/index.js';
import { joinedMeta } from './joined-meta.js';
import type { RunInput } from './run.js';

/** What the returns of a run are: those of what it holds, net where the run took the expense ratio off. */
export function resultMeta({ store, plan, fees, account }: RunInput, usesHindsight: boolean): SeriesMeta {
  const distinct = new Map<SeriesMeta, SeriesMeta>();
  let latest: SeriesMeta | undefined;
  plan.positions.forEach((position, member) => {
    const own = store.metas[position]!;
    // Neighbours of one source are alike: one stands for all.
    const meta = latest !== undefined && isLike(own, latest) ? latest : own;
    latest = meta;
    const net = meta.net || (fees.assets[member] ?? null) !== null;
    const known = distinct.get(meta);
    if (known === undefined || (known.net && !net)) distinct.set(meta, { ...meta, net, usesHindsight });
  });
  const metas = [...distinct.values()];
  return joinedMeta(metas, account.meta === undefined ? [] : [account.meta]);
}

/** Whether two say the same, in the same order and in the same words. */
function isLike(one: SeriesMeta, other: SeriesMeta): boolean {
  if (one === other) return true;
  const keys = Object.keys(one) as (keyof SeriesMeta)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
