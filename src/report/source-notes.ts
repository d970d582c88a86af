import type { ReturnSeries } from '../panel/index.js';

/** What kind of numbers stand side by side and where they come from, in sentences; `to` is the last day looked at. */
export function sourceNotes(series: readonly ReturnSeries[], to: string | null): string[] {
  const metas = series.map(({ meta }) => meta);
  const kinds = [...new Set(metas.map(({ kind }) => kind))];
  const joins = series.flatMap(({ name, meta }) =>
    (meta.joins ?? [])
      .filter(({ from }) => to === null || from <= to)
      .map(({ from, source }) => `${name} from ${from} on: ${source}.`),
  );
  const given = metas.flatMap(({ source, vintage }) =>
    source === undefined ? [] : [vintage === undefined ? source : `${source}, ${vintage}`],
  );
  // A spliced series names the sources of both parts; what stands inside another's is not said twice.
  const sources = [...new Set(given)].filter(
    (one, _, all) => !all.some((other) => other !== one && `; ${other}; `.includes(`; ${one}; `)),
  );
  return [
    ...(kinds.length > 1
      ? [`Warning: ${kinds.join(' and ')} returns stand side by side; part of the difference is dividends or cash.`]
      : []),
    ...(new Set(metas.map(({ net }) => net)).size > 1
      ? ['Warning: some of the returns are net of fund fees, others bear none.']
      : []),
    ...(metas.some(({ researchPortfolio }) => researchPortfolio === true)
      ? ['Research portfolios: reconstitution inside them is not charged, so a fund could not have earned this.']
      : []),
    ...joins,
    ...(sources.length > 0 ? [`Data: ${sources.join('; ')}.`] : []),
  ];
}
