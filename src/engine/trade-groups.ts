import type { Trade } from './result.js';

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
