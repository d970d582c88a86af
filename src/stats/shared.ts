/** A figure that was made once, and from what. */
interface Kept {
  readonly of: readonly unknown[];
  readonly value: unknown;
}

/** What the running call has made so far; none outside of one. */
let shelf: Map<string, Kept[]> | undefined;

/**
 * Lets the statistics that are asked for inside `work` share what they have in common: the moments of one series, its wealth, its pair
 * with a benchmark.
 *
 * Nothing outlives the call, so no later change of a series could be missed, and no memory is held.
 */
export function sharing<Value>(work: () => Value): Value {
  if (shelf !== undefined) return work();
  shelf = new Map();
  try {
    return work();
  } finally {
    shelf = undefined;
  }
}

/**
 * What `make` makes, once per call of {@link sharing} for the same things it is made of; every time outside of one. Whoever is handed a
 * shared array must not write into it.
 */
export function shared<Value>(what: string, of: readonly unknown[], make: () => Value): Value {
  if (shelf === undefined) return make();
  const kept = shelf.get(what) ?? [];
  for (const one of kept) if (one.of.every((part, index) => part === of[index])) return one.value as Value;
  const value = make();
  // Read again: what `make` asked for may have been kept under the same name.
  shelf.set(what, [...(shelf.get(what) ?? []), { of, value }]);
  return value;
}
