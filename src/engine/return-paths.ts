import type { Run } from './run.js';

/** The returns of a run and what was taken from them: 1 + net = (1 + gross)(1 − financing)(1 − fees)(1 − trading). */
export interface ReturnPaths {
  readonly net: Float64Array;
  readonly gross: Float64Array;
  readonly financing: Float64Array;
  readonly fees: Float64Array;
  readonly trading: Float64Array;
}

/** Fractions from a book of money. Where nothing is left, nothing more is taken. */
export function returnPaths({ book, opening, openingKept, net: known }: Run): ReturnPaths {
  const rows = book.before.length;
  const net = known ?? new Float64Array(rows);
  const gross = new Float64Array(rows);
  const financing = new Float64Array(rows);
  const fees = new Float64Array(rows);
  const trading = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row === 0 ? opening : book.after[row - 1]!;
    const interest = book.financing[row]!;
    const left = Math.max(0, book.before[row]!);
    const earned = book.before[row]! + interest + book.expenses[row]!;
    const afterInterest = earned - interest;
    const kept = book.kept[row]! * (row === 0 ? openingKept : 1);
    gross[row] = earned > 0 ? earned / start - 1 : -1;
    financing[row] = earned > 0 && interest !== 0 ? Math.min(1, interest / earned) : 0;
    fees[row] = 1 - (afterInterest > 0 ? left / afterInterest : 1) * book.feeKept[row]!;
    trading[row] = 1 - kept;
    if (known === undefined) net[row] = (left / start) * book.feeKept[row]! * kept - 1;
  }
  return { net, gross, financing, fees, trading };
}
