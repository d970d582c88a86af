import type { SeriesMeta } from '../panel/index.js';
import { joinedMeta } from './joined-meta.js';
import type { RunInput } from './run.js';

/** What the returns of a run are: those of what it holds, net where the run took the expense ratio off. */
export function resultMeta({ store, plan, fees, account }: RunInput, usesHindsight: boolean): SeriesMeta {
  const distinct = new Map<SeriesMeta, SeriesMeta>();
  plan.positions.forEach((position, member) => {
    const meta = store.metas[position]!;
    const net = meta.net || (fees.assets[member] ?? null) !== null;
    const known = distinct.get(meta);
    if (known === undefined || (known.net && !net)) distinct.set(meta, { ...meta, net, usesHindsight });
  });
  const metas = [...distinct.values()];
  return joinedMeta(metas, account.meta === undefined ? [] : [account.meta]);
}
