import { joinedProxyRows, type SeriesMeta } from '../panel/index.js';

/**
 * What the returns of several series together are: as good as the worst of them.
 *
 * @param beside series whose returns are in it too, and of which only the proxy rows count.
 */
export function joinedMeta(metas: readonly SeriesMeta[], beside: readonly SeriesMeta[] = []): SeriesMeta {
  const source = distinctTexts(metas.map((meta) => meta.source));
  const vintage = distinctTexts(metas.map((meta) => meta.vintage));
  const joins = new Map(metas.flatMap((meta) => meta.joins ?? []).map((join) => [JSON.stringify(join), join]));
  return {
    kind: metas.find(({ kind }) => kind !== 'total')?.kind ?? 'total',
    net: metas.every(({ net }) => net),
    ...(source === '' ? {} : { source }),
    ...(vintage === '' ? {} : { vintage }),
    ...(joins.size === 0 ? {} : { joins: [...joins.values()] }),
    ...(metas.some(({ usesHindsight }) => usesHindsight === true) ? { usesHindsight: true } : {}),
    ...(metas.some(({ researchPortfolio }) => researchPortfolio === true) ? { researchPortfolio: true } : {}),
    ...joinedProxyRows(...metas, ...beside),
  };
}

/** Texts that are there, each once: "French; Shiller". */
export const distinctTexts = (texts: readonly (string | undefined)[]): string =>
  [...new Set(texts.filter((text) => text !== undefined))].join('; ');
