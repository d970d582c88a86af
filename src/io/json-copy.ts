import { setEntry } from '../core/index.js';

/** Levels of lists and records that are taken; one that holds itself has no end. */
const DEEPEST = 64;

/** A frozen copy of plain JSON; `undefined` where it is none: a function, a list that holds itself. */
export function jsonCopy(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    const list = Array.from(value as unknown[], (one) => jsonCopy(one, depth + 1));
    return list.includes(undefined) ? undefined : Object.freeze(list);
  }
  const record: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    const copy = jsonCopy(one, depth + 1);
    if (copy === undefined) return undefined;
    setEntry(record, name, copy);
  }
  return Object.freeze(record);
}
