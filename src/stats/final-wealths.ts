import type { ReadonlyFloat64Array } from '../core/index.js';
import { lifeOf } from '../panel/index.js';

/** What one unit of money became from each start: all of it put in at once, and in equal parts. */
interface FinalWealths {
  /** The first row that a window earns; the money is there at the close before. */
  readonly starts: readonly number[];
  readonly lumpSum: Float64Array;
  readonly spread: Float64Array;
  /** Starts that the life of the series has room for, those with missing returns among them. */
  readonly possible: number;
}

/**
 * Walks over every window of `horizon` rows. The waiting money is needed in the first `parts` − 1 rows only, and only there `cash`
 * must have a return.
 */
export function finalWealths(
  values: ReadonlyFloat64Array,
  cash: Float64Array,
  parts: number,
  horizon: number,
): FinalWealths {
  const { first, last } = lifeOf(values);
  const possible = Math.max(0, last - first + 2 - horizon);
  const starts: number[] = [];
  const lumpSum: number[] = [];
  const spread: number[] = [];
  for (let start = first; start < first + possible; start++) {
    let lump = 1;
    let waiting = (parts - 1) / parts;
    let invested = 1 / parts;
    for (let k = 0; k < horizon; k++) {
      const growth = 1 + values[start + k]!;
      lump *= growth;
      invested *= growth;
      const left = parts - 1 - k;
      if (left <= 0) continue;
      waiting *= 1 + cash[start + k]!;
      const part = waiting / left;
      invested += part;
      waiting -= part;
    }
    if (Number.isNaN(lump) || Number.isNaN(invested)) continue;
    starts.push(start);
    lumpSum.push(lump);
    spread.push(invested);
  }
  return { starts, lumpSum: Float64Array.from(lumpSum), spread: Float64Array.from(spread), possible };
}
