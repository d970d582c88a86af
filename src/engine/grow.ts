import type { Book } from './book.js';
import type { Lives } from './lives.js';

/** What a portfolio holds, in money: by position in the run's assets, and cash (below 0: debt). */
export interface Position {
  readonly holdings: Float64Array;
  /** The places that may hold something, ascending: a universe of thousands is mostly not held. */
  held: readonly number[];
  cash: number;
}

/** The numbers that growth needs, flat. */
export interface Growth {
  readonly lives: Lives;
  /** Return of cash by row. */
  readonly cash: Float64Array;
  /** What an expense ratio leaves of an asset in each row; null where it bears none. */
  readonly expenseFactors: readonly (Float64Array | null)[];
  /** What the portfolio fee leaves in each row; null where there is none. */
  readonly feeFactors: Float64Array | null;
  /** Per row, on debt. */
  readonly spreadRate: number;
  /** Per row, on what is sold short. */
  readonly shortRate: number;
}

/**
 * Lets a position grow from the close of row `from` − 1 to the close of row `to`, writing every row into the book. Between two
 * stops weights move by returns alone; the portfolio fee of row `to` is left to the caller, because flows come before it.
 *
 * Columns are walked one after the other. What lay in an asset that has ended lies in cash from then on. A missing return makes
 * wealth NaN from that row on; the caller finds out which. Cash of less than a billionth of wealth is rounding, and earns nothing
 * where cash has no return.
 *
 * @returns what assets that ended with a delisting return paid into cash at the close of `to`.
 */
export function grow(growth: Growth, position: Position, from: number, to: number, book: Book): number {
  const { lives, cash, expenseFactors, shortRate, spreadRate } = growth;
  const { values, rows, positions, paysOut, ends } = lives;
  const { holdings } = position;
  const { before, financing, expenses, origin } = book;
  let total = position.cash;
  for (const member of position.held) total += holdings[member]!;
  const rounding = 1e-9 * Math.abs(total);
  let arrivals: Float64Array | undefined;
  let paid = 0;
  for (const member of position.held) {
    let value = holdings[member]!;
    if (value === 0) continue;
    const column = positions[member]! * rows;
    const end = lives.heldUntil(member, from);
    const until = Math.min(to, end);
    const factors = expenseFactors[member] ?? null;
    if (factors === null && value > 0) {
      for (let row = from; row <= until; row++) {
        value *= 1 + values[column + row]!;
        before[row - origin]! += value;
      }
    } else {
      for (let row = from; row <= until; row++) {
        if (value < 0) financing[row - origin]! -= shortRate * value;
        const grown = value * (1 + values[column + row]!);
        value = factors === null ? grown : grown * factors[row]!;
        expenses[row - origin]! += grown - value;
        before[row - origin]! += value;
      }
    }
    if (end < to) {
      arrivals ??= new Float64Array(to - from + 1);
      arrivals[Math.max(0, end + 1 - from)]! += value;
      value = 0;
    } else if (paysOut[member] === 1 && ends[member] === to) {
      paid += value;
      value = 0;
    }
    holdings[member] = value;
  }
  let value = position.cash;
  if (value !== 0 || arrivals !== undefined || shortRate !== 0) {
    const { cashIncome } = book;
    for (let row = from; row <= to; row++) {
      if (arrivals !== undefined) value += arrivals[row - from]!;
      const rate = cash[row]!;
      const income = Math.abs(value) <= rounding && Number.isNaN(rate) ? 0 : value * rate;
      if (value < 0) financing[row - origin]! -= spreadRate * value;
      value += income - financing[row - origin]!;
      cashIncome[row - origin] = income;
      before[row - origin]! += value;
    }
  }
  position.cash = value + paid;
  return paid * takePortfolioFee(growth.feeFactors, position, from, to, book);
}

/** Everything grows in proportion to wealth, so a fee on all of it can be taken after the fact. */
function takePortfolioFee(
  factors: Float64Array | null,
  position: Position,
  from: number,
  to: number,
  { before, after, cashIncome, financing, expenses, portfolioFee, feeKept, origin }: Book,
): number {
  if (factors === null) {
    after.set(before.subarray(from - origin, to + 1 - origin), from - origin);
    return 1;
  }
  let left = 1;
  for (let row = from; row <= to; row++) {
    const entry = row - origin;
    for (const column of [before, cashIncome, financing, expenses]) column[entry]! *= left;
    const factor = row < to ? factors[row]! : 1;
    after[entry] = before[entry]! * factor;
    portfolioFee[entry] = before[entry]! - after[entry];
    feeKept[entry] = factor;
    left *= factor;
  }
  for (const member of position.held) position.holdings[member]! *= left;
  position.cash *= left;
  return left;
}
