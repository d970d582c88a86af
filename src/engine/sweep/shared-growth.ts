import type { RunInput } from '../run.js';

/** Growth of every asset between trades: the same for all variants that trade on the same days. */
export interface SharedGrowth {
  readonly rows: number;
  /** Assets, and cash after them. */
  readonly width: number;
  /** Growth since the last trade, before the row's own: row by row, one entry per asset, cash last. */
  readonly columns: Float64Array;
  /** Rows at whose close variants trade, counted from the first return. */
  readonly trades: Int32Array;
  /** Mean return of each asset, cash last. */
  readonly means: Float64Array;
}

/** Walks every asset once. */
export function shareGrowth({ plan, store, account }: RunInput): SharedGrowth {
  const { start, last, decisions, positions } = plan;
  const rows = last - start;
  const width = positions.length + 1;
  const columns = new Float64Array(rows * width);
  const means = new Float64Array(width);
  const trades = decisions.slice(1).map((row) => row - start - 1);
  for (let member = 0; member < width; member++) {
    const values = member < positions.length ? store.values : account.returns;
    const first = member < positions.length ? positions[member]! * store.calendar.length + start + 1 : start + 1;
    let [growth, sum, trade] = [1, 0, 0];
    for (let row = 0; row < rows; row++) {
      const value = values[first + row]!;
      growth *= 1 + value;
      sum += value;
      columns[row * width + member] = growth;
      if (trade < trades.length && trades[trade] === row) {
        growth = 1;
        trade++;
      }
    }
    means[member] = sum / rows;
  }
  return { rows, width, columns, trades, means };
}
