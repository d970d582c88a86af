import { joinedProxyRows, type SeriesMeta } from '../panel/index.js';
import type { RunInput } from './run.js';

/** What the returns of a run are: as good as the worst of what it holds. */
export function resultMeta({ store, plan, fees, account }: RunInput, usesHindsight: boolean): SeriesMeta {
  const metas = Array.from(plan.positions, (position) => store.metas[position]!);
  const distinct = (values: readonly (string | undefined)[]): string =>
    [...new Set(values.filter((value) => value !== undefined))].join('; ');
  const source = distinct(metas.map((meta) => meta.source));
  const vintage = distinct(metas.map((meta) => meta.vintage));
  const joins = [...new Set(metas.flatMap((meta) => meta.joins ?? []))];
  return {
    kind: metas.find(({ kind }) => kind !== 'total')?.kind ?? 'total',
    net: metas.every(({ net }, member) => net || (fees.assets[member] ?? null) !== null),
    ...(source === '' ? {} : { source }),
    ...(vintage === '' ? {} : { vintage }),
    ...(joins.length === 0 ? {} : { joins }),
    ...(usesHindsight ? { usesHindsight } : {}),
    ...(metas.some(({ researchPortfolio }) => researchPortfolio === true) ? { researchPortfolio: true } : {}),
    ...joinedProxyRows(...metas, ...(account.meta === undefined ? [] : [account.meta])),
  };
}
