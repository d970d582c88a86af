import type { PanelStore } from '../panel/index.js';

/** By asset: 1 where every return of its life is there and above −1, −1 where not, 0 where nobody has looked. */
const known = new WeakMap<PanelStore, Int8Array>();

/** Whether an asset has every return of its life, all above −1: money in it is neither lost nor without a price. */
export function isSound(store: PanelStore, position: number): boolean {
  let marks = known.get(store);
  if (marks === undefined) known.set(store, (marks = new Int8Array(store.assets.length)));
  if (marks[position] === 0) marks[position] = look(store, position) ? 1 : -1;
  return marks[position] === 1;
}

function look({ values, calendar, first, last }: PanelStore, position: number): boolean {
  const start = position * calendar.length;
  if (first[position]! < 0) return false;
  for (let row = first[position]!; row <= last[position]!; row++) {
    if (!(values[start + row]! > -1)) return false;
  }
  return true;
}
