import { assertNumber, assertObject, ownEntry } from '../core/index.js';
import type { PanelStore } from '../panel/index.js';
import { assertKnownAssets } from './assert-known-assets.js';
import type { Delisting, MissingPolicy } from './rules-options.js';

/** What a holder of the run's assets earned, and until when. */
export interface Lives {
  /** Returns in the panel's layout; with delisting returns and held holes where the rules say so. */
  readonly values: Float64Array;
  readonly rows: number;
  /** Position of each of the run's assets in the panel. */
  readonly positions: Int32Array;
  /** Whether the money of an asset comes in cash at its last close, after a delisting return. */
  readonly paysOut: Uint8Array;
  /** Last row of each asset with a return to a holder, the delisting return among them. */
  readonly ends: Int32Array;
  /** Members whose last return lies in a row. */
  endingAt(this: void, row: number): readonly number[];
  /** The last row through which a position that is held at the close of `from` − 1 stays a position. */
  heldUntil(member: number, from: number): number;
}

/** Puts the rules for missing returns and delistings into numbers. */
export function makeLives(
  store: PanelStore,
  positions: Int32Array,
  missing: MissingPolicy,
  delisting: Delisting | undefined,
): Lives {
  const rows = store.calendar.length;
  const drops = delistingReturns(store, positions, delisting?.return);
  const paysOut = Uint8Array.from(drops, (drop) => (drop === 0 ? 0 : 1));
  const holed = Uint8Array.from(positions, (position) => (missing !== 'error' && hasHole(store, position) ? 1 : 0));
  const changed = paysOut.includes(1) || (missing === 'hold' && holed.includes(1));
  const values = changed ? store.values.slice() : store.values;
  const ends = Int32Array.from(positions, (position, member) => store.last[position]! + paysOut[member]!);
  positions.forEach((position, member) => {
    if (paysOut[member] === 1) values[position * rows + store.last[position]! + 1] = drops[member]!;
    if (missing !== 'hold' || holed[member] === 0) return;
    for (let row = store.first[position]!; row < store.last[position]!; row++) {
      if (Number.isNaN(values[position * rows + row]!)) values[position * rows + row] = 0;
    }
  });
  let byEnd: ReadonlyMap<number, readonly number[]> | undefined;
  const toCash = missing === 'cash' || missing === 'renormalise';
  return {
    values,
    rows,
    positions,
    paysOut,
    ends,
    endingAt: (row) => (byEnd ??= membersByEnd(store, positions)).get(row) ?? [],
    heldUntil(member, from) {
      const end = ends[member]!;
      if (!toCash || holed[member] === 0) return end;
      let row = from;
      while (row <= end && !Number.isNaN(values[positions[member]! * rows + row]!)) row++;
      return row - 1;
    },
  };
}

function membersByEnd({ last }: PanelStore, positions: Int32Array): ReadonlyMap<number, readonly number[]> {
  const byEnd = new Map<number, number[]>();
  positions.forEach((position, member) => {
    const there = byEnd.get(last[position]!);
    if (there === undefined) byEnd.set(last[position]!, [member]);
    else there.push(member);
  });
  return byEnd;
}

function hasHole(store: PanelStore, position: number): boolean {
  const start = position * store.calendar.length;
  for (let row = store.first[position]!; row >= 0 && row < store.last[position]!; row++) {
    if (Number.isNaN(store.values[start + row]!)) return true;
  }
  return false;
}

/** The return in the row after the last one, by member; 0 for what is still there when the data end. */
function delistingReturns(store: PanelStore, positions: Int32Array, given: unknown): Float64Array {
  const where = 'backtest, rules.delisting.return';
  const range = { min: -1, max: 10, allowed: 'a return from -1 (worthless) to 10, such as -0.3' };
  if (given === undefined) return new Float64Array(positions.length);
  if (typeof given === 'number' || typeof given !== 'object') assertNumber(where, 'return', given, range);
  else assertObject(where, 'the record', given);
  const record = typeof given === 'object' ? given : {};
  for (const [name, value] of Object.entries(record)) {
    assertKnownAssets(where, [name], store.assets);
    assertNumber(where, name, value, range);
  }
  return Float64Array.from(positions, (position) => {
    const last = store.last[position]!;
    if (last < 0 || last === store.calendar.length - 1) return 0;
    return typeof given === 'number' ? given : ((ownEntry(record, store.assets[position]!) as number | undefined) ?? 0);
  });
}
