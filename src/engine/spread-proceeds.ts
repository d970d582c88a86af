import { isListed } from './decision-view.js';
import type { Position } from './grow.js';
import type { Lives } from './lives.js';
import type { PanelStore } from '../panel/index.js';
import { weightsOf } from './trade.js';

/**
 * What assets that ended at this close leave behind goes to the other assets held, in proportion to their values. Moves the money of those
 * whose last row this is into cash, free of cost, and says what is to be bought with it; null where nothing ended or nothing else is held.
 *
 * @param paid what was paid out in cash at this close and is to be divided too.
 */
export function spreadProceeds(
  position: Position,
  { positions, paysOut, endingAt }: Lives,
  store: PanelStore,
  row: number,
  paid: number,
): { drifted: Float64Array; wish: Float64Array } | null {
  const { holdings, held } = position;
  if (paid === 0 && endingAt(row).every((member) => holdings[member] === 0)) return null;
  const end = store.calendar.length - 1;
  const leaves = (member: number): boolean => row < end && store.last[positions[member]!] === row;
  // What has a delisting return coming is not money yet, and nothing more is put into it.
  const ended = (member: number): boolean => leaves(member) && paysOut[member] === 0;
  const grows = (member: number): boolean => !leaves(member) && isListed(store, positions[member]!, row);
  let proceeds = paid;
  let survivors = 0;
  for (const member of held) {
    const value = holdings[member]!;
    if (value !== 0 && ended(member)) proceeds += value;
    else if (value > 0 && grows(member)) survivors += value;
  }
  if (proceeds === 0 || survivors === 0) return null;
  for (const member of held) {
    if (holdings[member] === 0 || !ended(member)) continue;
    position.cash += holdings[member]!;
    holdings[member] = 0;
  }
  const drifted = weightsOf(position);
  const wish = drifted.slice();
  for (const member of held) if (drifted[member]! > 0 && grows(member)) wish[member]! *= 1 + proceeds / survivors;
  return { drifted, wish };
}
