import { ownEntry } from '../core/index.js';
import { leftAtBase } from './left-at-base.js';
import type { BacktestResult, Decision } from './result.js';

/** One asset around the close of a row. */
export interface DayLine {
  readonly asset: string;
  /** Before the trades of the close; where there were none, at the start of the row. */
  readonly before: number;
  /** After the trades; where there were none, at the start of the next row. */
  readonly after: number;
  /** In money. */
  readonly bought: number;
  /** To the net return of the row. */
  readonly contributed: number;
  /** Whether what was held after the trades lay in cash from the close on, because the asset had no return to come. */
  readonly becameCash: boolean;
}

/**
 * The assets that were held around the close of a row. What was held without being traded is read from the decision of the day or from the
 * weights of the next row; on the last row of a result, which has no next one, from `nextTarget.held`.
 */
export function dayLines(result: BacktestResult, row: number, traded: boolean): readonly DayLine[] {
  const { assets, weights, contributions, trades, decisions, nextTarget, calendar, end } = result;
  const day = calendar.date(row);
  const ofDay = trades.filter(({ date }) => date === day);
  const decision = decisions.findLast(({ tradedOn }) => tradedOn === day);
  const onlyDecision = ofDay.every(({ reason }) => reason === 'decision');
  const survives = end === 'complete' || row < calendar.length - 1;
  const kept = traded ? keptByTrades(result, row) : 1;
  return assets
    .map((asset): DayLine => {
      const path = weights(asset);
      const moves = ofDay.filter((trade) => trade.asset === asset);
      const start = row < 0 ? 0 : path[row]!;
      const next = path[row + 1] ?? ownEntry(nextTarget.held, asset) ?? 0;
      const decided = weightIn(decision, 'weights', asset);
      // What was not traded at the close keeps its value, of what the trades left of the rest.
      const untraded = weightIn(decision, 'drifted', asset) ?? next * kept;
      const settled = moves.at(-1)?.to ?? (onlyDecision ? decided : undefined);
      const contributed = row < 0 ? 0 : contributions(asset)[row]!;
      const worthless = row >= 0 && isTotalLoss(contributed, (row === 0 ? leftAtBase(result) : 1) * start);
      return {
        asset,
        before: traded ? (moves[0]?.from ?? untraded) : start,
        after: traded ? (settled ?? next) : next,
        bought: moves.reduce((sum, { amount }) => sum + amount, 0),
        contributed,
        becameCash: survives && next === 0 && (settled ?? start) !== 0 && !worthless,
      };
    })
    .filter(({ before, after }) => before !== 0 || after !== 0);
}

/** Undefined without a decision; 0 where it does not name the asset. */
const weightIn = (made: Decision | undefined, key: 'weights' | 'drifted', asset: string): number | undefined =>
  made === undefined ? undefined : (ownEntry(made[key], asset) ?? 0);

const isTotalLoss = (contributed: number, held: number): boolean =>
  held !== 0 && Math.abs(contributed + held) < 1e-12 * Math.abs(held);

/** What the trades at the close of a row left of each unit. */
function keptByTrades(result: BacktestResult, row: number): number {
  if (row < 0) return 1;
  const kept = 1 - result.costs.trading[row]!;
  return row === 0 ? kept / leftAtBase(result) : kept;
}
