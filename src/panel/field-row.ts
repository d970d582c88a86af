import type { PanelStore } from './panel-store.js';

/** Numbers that are kept per panel: 4 million are 32 MB. */
const MOST_KEPT = 4_000_000;

interface Kept {
  readonly rows: Map<string, Float64Array>;
  count: number;
}

const keptBy = new WeakMap<PanelStore, Kept>();

/**
 * A field of all assets on one row, −1 the base: a row of a table that is stored by columns, so it is gathered once and kept. The answer belongs to
 * the panel.
 */
export function fieldRow(store: PanelStore, name: string, row: number): Float64Array {
  let kept = keptBy.get(store);
  if (kept === undefined) keptBy.set(store, (kept = { rows: new Map(), count: 0 }));
  const key = `${row} ${name}`;
  const known = kept.rows.get(key);
  if (known !== undefined) return known;
  const columns = store.fieldRows(name);
  const width = store.calendar.length + 1;
  const values = new Float64Array(store.assets.length);
  for (let asset = 0, entry = row + 1; asset < values.length; asset++, entry += width) values[asset] = columns[entry]!;
  if (kept.count + values.length <= MOST_KEPT) {
    kept.rows.set(key, values);
    kept.count += values.length;
  }
  return values;
}
