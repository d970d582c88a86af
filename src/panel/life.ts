import type { ReadonlyFloat64Array } from '../core/index.js';

/** First and last row with a return; both −1 where there is none. */
export interface Life {
  readonly first: number;
  readonly last: number;
}

/** The life of a column: from its first to its last number. What lies outside was not listed. */
export function lifeOf(values: ReadonlyFloat64Array | Float64Array): Life {
  let first = 0;
  while (first < values.length && Number.isNaN(values[first]!)) first++;
  if (first === values.length) return { first: -1, last: -1 };
  let last = values.length - 1;
  while (Number.isNaN(values[last]!)) last--;
  return { first, last };
}

/** The runs of missing rows inside a life, as [first row, last row]. */
export function holesOf(values: ReadonlyFloat64Array | Float64Array, { first, last }: Life): [number, number][] {
  const holes: [number, number][] = [];
  if (first < 0) return holes;
  for (let row = first; row <= last; row++) {
    if (!Number.isNaN(values[row]!)) continue;
    const start = row;
    while (Number.isNaN(values[row + 1]!)) row++;
    holes.push([start, row]);
  }
  return holes;
}
