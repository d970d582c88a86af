import type { TradeLine } from '../stats/index.js';
import type { IsoDate } from '../time/index.js';
import type { Trade } from './result.js';

/** One trade of a run, at one close and for one reason: what it turned over and cost. */
export interface DatedLine extends TradeLine {
  readonly date: IsoDate;
  readonly reason: Trade['reason'];
}

/** The purchases and sales that were made together: of one close and for one reason, in the order in which they were made. */
export function tradeGroups(trades: readonly Trade[]): readonly (readonly Trade[])[] {
  const groups: Trade[][] = [];
  for (const trade of trades) {
    const group = groups.at(-1);
    const other = group?.[0];
    if (other?.date === trade.date && other.reason === trade.reason) group!.push(trade);
    else groups.push([trade]);
  }
  return groups;
}

/**
 * The lines of a ledger of trades with their dates. They stand in the order of the trades; a line that moved nothing beyond rounding has
 * no trade, and is left out: it is among the smallest.
 */
export function datedLines(lines: readonly TradeLine[], trades: readonly Trade[]): readonly DatedLine[] {
  const groups = tradeGroups(trades.filter(({ reason }) => reason !== 'flow'));
  const order = lines.map((_, index) => index).sort((a, b) => lines[a]!.turnover - lines[b]!.turnover || b - a);
  const none = new Set(order.slice(0, Math.max(0, lines.length - groups.length)));
  return lines
    .filter((_, index) => !none.has(index))
    .map((line, index) => ({ ...line, date: groups[index]![0]!.date, reason: groups[index]![0]!.reason }));
}
