/** What a portfolio holds, in units of wealth: by position in the run's assets, and cash. */
export interface Position {
  readonly holdings: Float64Array;
  cash: number;
}

/** The numbers that growth needs, flat. */
export interface Growth {
  /** Panel returns, asset by asset. */
  readonly values: Float64Array;
  readonly rows: number;
  /** Position of each of the run's assets in the panel. */
  readonly positions: Int32Array;
  /** Last row with a return, by panel position. */
  readonly last: Int32Array;
  readonly cash: Float64Array;
}

/**
 * Lets a position grow from the close of row `from` − 1 to the close of row `to`, writing total wealth at each close into
 * `wealth[row − origin]`. Between two trades weights move by returns alone.
 *
 * Columns are walked one after the other. What lay in an asset that has ended lies in cash from then on. A missing return makes
 * wealth NaN from that row on; the caller finds out which. Cash of less than a billionth of a fully invested portfolio is rounding, and earns
 * nothing where cash has no return.
 */
export function grow(
  growth: Growth,
  position: Position,
  from: number,
  to: number,
  wealth: Float64Array,
  origin: number,
): void {
  const { values, rows, positions, last, cash } = growth;
  const { holdings } = position;
  wealth.fill(0, from - origin, to + 1 - origin);
  let total = position.cash;
  for (let member = 0; member < holdings.length; member++) total += holdings[member]!;
  const rounding = 1e-9 * total;
  let proceeds = 0;
  for (let member = 0; member < holdings.length; member++) {
    let value = holdings[member]!;
    if (value === 0) continue;
    const start = positions[member]! * rows;
    const end = last[positions[member]!]!;
    const until = Math.min(to, end);
    for (let row = from; row <= until; row++) {
      value *= 1 + values[start + row]!;
      wealth[row - origin]! += value;
    }
    if (end < to) {
      for (let row = Math.max(from, end + 1); row <= to; row++) {
        value *= 1 + cash[row]!;
        wealth[row - origin]! += value;
      }
      proceeds += value;
      value = 0;
    }
    holdings[member] = value;
  }
  let value = position.cash;
  if (value !== 0) {
    const small = Math.abs(value) <= rounding;
    for (let row = from; row <= to; row++) {
      const earned = cash[row]!;
      if (!small || !Number.isNaN(earned)) value *= 1 + earned;
      wealth[row - origin]! += value;
    }
  }
  position.cash = value + proceeds;
}
