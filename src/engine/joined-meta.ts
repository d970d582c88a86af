import { joinedProxyRows, type ReturnSeries, type SeriesMeta } from '../panel/index.js';

/** What the returns of several series together are: as good as the worst of them. */
export function joinedMeta(series: readonly ReturnSeries[]): SeriesMeta {
  const metas = series.map(({ meta }) => meta);
  const distinct = (texts: readonly (string | undefined)[]): string =>
    [...new Set(texts.filter((text) => text !== undefined))].join('; ');
  const source = distinct(metas.map((meta) => meta.source));
  const vintage = distinct(metas.map((meta) => meta.vintage));
  const joins = new Map(metas.flatMap((meta) => meta.joins ?? []).map((join) => [JSON.stringify(join), join]));
  return {
    kind: metas.find(({ kind }) => kind !== 'total')?.kind ?? 'total',
    net: metas.every(({ net }) => net),
    ...(source === '' ? {} : { source }),
    ...(vintage === '' ? {} : { vintage }),
    ...(joins.size === 0 ? {} : { joins: [...joins.values()] }),
    ...(metas.some(({ usesHindsight }) => usesHindsight === true) ? { usesHindsight: true } : {}),
    ...(metas.some(({ researchPortfolio }) => researchPortfolio === true) ? { researchPortfolio: true } : {}),
    ...joinedProxyRows(...metas),
  };
}
