import type { BacktestResult } from './result.js';
import { partsOf } from './result-parts.js';

/** What the trades at the base of the run left of each unit; 1 where the result is a later part of a run. */
export function leftAtBase(result: BacktestResult): number {
  const base = result.calendar.date(-1);
  if (result.settings.firstDecision !== base) return 1;
  const lines = partsOf(result)?.tradeTotals ?? [];
  return lines.reduce((left, { date, cost }) => (date === base ? left * (1 - cost) : left), 1);
}
