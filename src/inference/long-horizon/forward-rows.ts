import type { ReturnSeries } from '../../panel/index.js';

/** A predictor beside the return that followed. */
export interface ForwardRows {
  /** Π(1 + r) − 1 over the periods t + 1 to t + h. */
  readonly y: Float64Array;
  readonly x: Float64Array;
  /** t: −1 is the base. */
  readonly rows: Int32Array;
}

/** The forward returns of a series on every row that a whole horizon without a hole follows and on which the predictor has a value. */
export function forwardRows({ values }: ReturnSeries, predictor: Float64Array, horizon: number): ForwardRows {
  const [y, x, rows]: number[][] = [[], [], []];
  for (let row = -1; row + horizon < values.length; row++) {
    let growth = 1;
    for (let ahead = row + 1; ahead <= row + horizon; ahead++) growth *= 1 + values[ahead]!;
    const known = predictor[row + 1]!;
    if (Number.isNaN(growth) || Number.isNaN(known)) continue;
    y!.push(growth - 1);
    x!.push(known);
    rows!.push(row);
  }
  return { y: Float64Array.from(y!), x: Float64Array.from(x!), rows: Int32Array.from(rows!) };
}
