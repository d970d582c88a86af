import type { DayLine } from './day-lines.js';
import { listText } from './explain-words.js';
import type { BacktestResult } from './result.js';

/** What became cash because its asset had no return to come, and what lay still without one. */
export function idleSentences(
  { assets, weights, contributions, settings }: BacktestResult,
  lines: readonly DayLine[],
  row: number,
): string[] {
  const { missing = 'error' } = settings.rules;
  const gone = lines.filter(({ becameCash }) => becameCash).map(({ asset }) => asset);
  const holes = missing === 'cash' || missing === 'renormalise';
  const why = holes ? `it ended or has no return in the next period (missing: '${missing}')` : 'it ended';
  const still =
    missing !== 'hold' || row < 0
      ? []
      : assets.filter((asset) => (weights(asset)[row] ?? 0) !== 0 && contributions(asset)[row] === 0);
  return [
    ...(gone.length === 0 ? [] : [`Became cash at this close, free of cost, because ${why}: ${listText(gone)}.`]),
    ...(still.length === 0
      ? []
      : [
          `Returned exactly 0 in the period that ended on this day: ${listText(still)}. What has no return of its own lies still at its last value (missing: 'hold').`,
        ]),
  ];
}
