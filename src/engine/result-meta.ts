import type { SeriesMeta } from '../panel/index.js';
import { joinedMeta } from './joined-meta.js';
import type { RunInput } from './run.js';

/** What the returns of a run are: those of what it holds, net where the run took the expense ratio off. */
export function resultMeta({ store, plan, fees, account }: RunInput, usesHindsight: boolean): SeriesMeta {
  const metas = Array.from(plan.positions, (position, member): SeriesMeta => {
    const meta = store.metas[position]!;
    return { ...meta, net: meta.net || (fees.assets[member] ?? null) !== null, usesHindsight };
  });
  return joinedMeta(metas, account.meta === undefined ? [] : [account.meta]);
}
