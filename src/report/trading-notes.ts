import type { ReturnSeries } from '../panel/index.js';
import { isResult } from './is-result.js';

/** The assumptions of a backtest that stand in notes of their own, or are the same for all of them. */
const ELSEWHERE = /^(Window:|Data:|Returns are net|Returns bear|Some returns|No taxes|Research portfolios:)/;

/**
 * How the backtests among compared series traded, and what they warn of, in sentences. A sentence that is true of all of them
 * stands alone, any other names its columns. `periods` is the length of the window compared.
 */
export function tradingNotes(series: readonly ReturnSeries[], labels: readonly string[], periods: number): string[] {
  const results = series.flatMap((one, index) => (isResult(one) ? [{ label: labels[index]!, result: one }] : []));
  const columns = new Map<string, string[]>();
  for (const { label, result } of results) {
    for (const sentence of result.assumptions.filter((assumption) => !ELSEWHERE.test(assumption)))
      columns.set(sentence, [...(columns.get(sentence) ?? []), label]);
  }
  return [
    ...[...columns].map(([sentence, of]) =>
      of.length === results.length ? sentence : `${of.join(', ')}: ${sentence}`,
    ),
    ...results
      .filter(({ result }) => result.calendar.length !== periods)
      .map(({ label, result: { settings, calendar } }) => {
        const span = `${settings.from} to ${settings.to}, ${calendar.length} periods`;
        return `${label}: turnover, cost drag, decisions and trades are those of its whole backtest (${span}), not of this window.`;
      }),
    ...results.flatMap(({ label, result }) => result.warnings.map((warning) => `Warning, ${label}: ${warning}`)),
  ];
}
