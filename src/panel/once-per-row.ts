import type { PanelStore } from './panel-store.js';

/** Numbers that are kept per panel: 4 million are 32 MB. */
const MOST_KEPT = 4_000_000;

interface Kept {
  readonly lists: Map<string, readonly number[]>;
  count: number;
}

const keptBy = new WeakMap<PanelStore, Kept>();

/** A list that follows from a panel and a key alone, worked out once and kept while there is room. It must not be changed. */
export function oncePerRow(store: PanelStore, key: string, make: () => readonly number[]): readonly number[] {
  let kept = keptBy.get(store);
  if (kept === undefined) keptBy.set(store, (kept = { lists: new Map(), count: 0 }));
  const known = kept.lists.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (kept.count + made.length <= MOST_KEPT) {
    kept.lists.set(key, made);
    kept.count += made.length;
  }
  return made;
}
