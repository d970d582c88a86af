import { type BacktestResultJson, tradeGroups } from '../engine/index.js';
import type { TradeLine, TurnoverSummary } from '../stats/index.js';

/**
 * The lines of trades of a result in JSON, which holds their sums and those of decisions. What sums leave to trades for other reasons is
 * divided among them by what they moved, so the sums are those of the JSON.
 */
export function jsonTradeLines(result: BacktestResultJson): TradeLine[] {
  const sums = result.turnover as Readonly<Record<keyof TurnoverSummary, number>>;
  const made = result.decisions.filter(({ tradedOn }) => tradedOn !== null);
  const groups = tradeGroups(result.trades.filter(({ reason }) => reason !== 'flow'));
  const known = groups.map(([trade], index): TradeLine | undefined => {
    if (index === 0 && sums.firstPurchase !== 0) {
      return { turnover: sums.firstPurchase, cost: sums.firstPurchaseCost, first: true };
    }
    const { date, reason } = trade!;
    const decision = reason === 'decision' ? made.find(({ tradedOn }) => tradedOn === date) : undefined;
    return decision === undefined ? undefined : { turnover: decision.turnover, cost: decision.cost, first: false };
  });
  // Decisions that moved nothing beyond rounding have a line, but no trade.
  const traded = new Set(groups.map(([trade]) => (trade!.reason === 'decision' ? trade!.date : null)));
  const still = made
    .filter(({ tradedOn }) => !traded.has(tradedOn))
    .map(({ turnover, cost }): TradeLine => ({ turnover, cost, first: false }));
  const sum = (of: 'turnover' | 'cost'): number =>
    [...known, ...still].reduce((total, line) => total + (line?.[of] ?? 0), 0);
  const left = {
    turnover: Math.max(0, sums.firstPurchase + sums.turnover - sum('turnover')),
    cost: Math.max(0, sums.cost - sum('cost')),
  };
  const moved = groups.map((group, index) => (known[index] === undefined ? oneWay(group) : 0));
  const all = moved.reduce((total, size) => total + size, 0);
  const lines = known.map((line, index): TradeLine => {
    const part = all === 0 ? 0 : moved[index]! / all;
    return line ?? { turnover: left.turnover * part, cost: left.cost * part, first: false };
  });
  return [...lines, ...still];
}

/** Half of what a trade moved, cash counted as a holding. */
function oneWay(group: readonly { readonly from: number; readonly to: number }[]): number {
  const changes = group.map(({ from, to }) => to - from);
  const size = changes.reduce((sum, change) => sum + Math.abs(change), 0);
  return (size + Math.abs(changes.reduce((sum, change) => sum + change, 0))) / 2;
}
