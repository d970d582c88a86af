import { isListed } from './decision-view.js';
import type { RunInput } from './run.js';

/** The rows at whose close something may happen, ascending: decisions, due trades, flows, and comings and goings where the rules ask for them. */
export function stopRows({ store, plan, lag, flows, rules }: RunInput): Int32Array {
  const { start, last, decisions, positions } = plan;
  const rows = new Set<number>([start, last]);
  const add = (row: number): void => {
    if (row > start && row <= last) rows.add(row);
  };
  for (const row of decisions) {
    add(row);
    if (lag > 0 && row + lag < last) add(row + lag);
  }
  for (const row of flows.ends.keys()) add(row);
  for (const row of flows.starts.keys()) add(row);
  if (rules.spreadProceeds) {
    for (const position of positions) {
      add(store.last[position]!);
      add(store.last[position]! + 1);
    }
  }
  if (rules.missing === 'renormalise') {
    for (const position of positions) {
      for (let row = start + 1; row < last; row++) {
        if (isListed(store, position, row) !== isListed(store, position, row - 1)) add(row);
      }
    }
  }
  return Int32Array.from(rows).sort();
}
