import type { ReturnSeries } from '../panel/index.js';
import type { Summary } from '../stats/index.js';

/** What a reader of a comparison must know, in sentences. */
export function comparisonNotes(
  window: string,
  series: readonly ReturnSeries[],
  summaries: readonly Summary[],
  riskFree: ReturnSeries | undefined,
): string[] {
  const metas = series.map(({ meta }) => meta);
  const [first] = summaries;
  const kinds = [...new Set(metas.map(({ kind }) => kind))];
  const sources = [
    ...new Set(
      metas.flatMap(({ source, vintage }) =>
        source === undefined ? [] : [vintage === undefined ? source : `${source}, ${vintage}`],
      ),
    ),
  ];
  const ties = summaries.some(({ benchmark }) => (benchmark?.ties ?? 0) > 0);
  return [
    `Window: ${window}.`,
    riskFreeNote(riskFree, first),
    ...(kinds.length > 1
      ? [`Warning: ${kinds.join(' and ')} returns stand side by side; part of the difference is dividends or cash.`]
      : []),
    ...(new Set(metas.map(({ net }) => net)).size > 1
      ? ['Warning: some of the returns are net of fund fees, others bear none.']
      : []),
    ...(metas.some(({ researchPortfolio }) => researchPortfolio === true)
      ? ['Research portfolios: reconstitution inside them is not charged, so a fund could not have earned this.']
      : []),
    ...(ties ? ['A tie with the benchmark is no hit.'] : []),
    ...(sources.length > 0 ? [`Data: ${sources.join('; ')}.`] : []),
  ];
}

function riskFreeNote(riskFree: ReturnSeries | undefined, summary: Summary | undefined): string {
  if (riskFree === undefined || summary === undefined)
    return 'Sharpe ratio with a risk-free return of 0; alpha and beta on plain returns.';
  const joins = (riskFree.meta.joins ?? [])
    .filter(({ from }) => summary.to === null || from <= summary.to)
    .map(({ from, source }) => `; from ${from} on ${source}`)
    .join('');
  const part =
    summary.excessPeriods < summary.periods
      ? `, which covers ${summary.excessPeriods} of ${summary.periods} periods`
      : '';
  return `Risk-free: ${riskFree.name}${part}${joins}.`;
}
