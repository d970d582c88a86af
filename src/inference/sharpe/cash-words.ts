import type { ReturnSeries } from '../../panel/index.js';

/** What was done about cash before a Sharpe ratio was taken, as a sentence; differences of two returns hold none. */
export function cashWords(series: readonly ReturnSeries[], riskFree: ReturnSeries | undefined): string {
  if (riskFree !== undefined) return `${riskFree.name} was taken off${series.length > 1 ? ' both' : ''}.`;
  return series.every(({ meta }) => meta.kind === 'excess')
    ? 'The returns are differences of two returns: no cash was taken off.'
    : 'Cash earned 0.';
}
