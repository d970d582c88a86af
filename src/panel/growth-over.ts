import type { PanelStore } from './panel-store.js';

/** Rows per block. */
const BLOCK = 16;

/** Growth of whole blocks of rows by asset, worked out once per panel. */
const blocksOf = new WeakMap<PanelStore, (Float64Array | undefined)[]>();

/**
 * Growth of an asset over the rows `first` to `last`: Π(1 + r), NaN where a return is missing in them. Whole blocks of rows are worked out once per
 * panel, so that asking for a year again and again costs a few dozen products; no row outside is ever part of the answer.
 */
export function growthOver(store: PanelStore, position: number, first: number, last: number): number {
  const { values, calendar } = store;
  const start = position * calendar.length;
  let growth = 1;
  let row = first;
  if (last - first >= 2 * BLOCK && first >= 0) {
    const blocks = blocksFor(store, position);
    const firstWhole = Math.ceil(first / BLOCK);
    const afterWhole = Math.floor((last + 1) / BLOCK);
    for (; row < firstWhole * BLOCK; row++) growth *= 1 + values[start + row]!;
    let whole = 1;
    for (let block = firstWhole; block < afterWhole; block++) whole *= blocks[block]!;
    growth *= whole;
    row = afterWhole * BLOCK;
  }
  for (; row <= last; row++) growth *= 1 + values[start + row]!;
  return growth;
}

function blocksFor(store: PanelStore, position: number): Float64Array {
  let all = blocksOf.get(store);
  if (all === undefined) blocksOf.set(store, (all = []));
  const known = all[position];
  if (known !== undefined) return known;
  const start = position * store.calendar.length;
  const blocks = Float64Array.from({ length: Math.floor(store.calendar.length / BLOCK) }, (_, block) => {
    let growth = 1;
    for (let row = block * BLOCK; row < (block + 1) * BLOCK; row++) growth *= 1 + store.values[start + row]!;
    return growth;
  });
  return (all[position] = blocks);
}
