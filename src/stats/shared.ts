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
  let kept = shelf.get(what);
  if (kept === undefined) shelf.set(what, (kept = []));
  for (let place = 0; place < kept.length; place++) if (isOf(kept[place]!, of)) return kept[place]!.value as Value;
  const value = make();
  kept.push({ of, value });
  return value;
}

function isOf({ of: known }: Kept, of: readonly unknown[]): boolean {
  for (let part = 0; part < known.length; part++) if (known[part] !== of[part]) return false;
  return true;
}
