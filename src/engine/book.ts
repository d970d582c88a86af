/** What happened in each row, in money; entry `row − origin`. The engine writes it, results are made from it. */
export interface Book {
  /** The row of entry 0: the first one after the first decision. */
  readonly origin: number;
  /** Wealth after the row's returns, before its flows, portfolio fee and trades. */
  readonly before: Float64Array;
  /** Wealth when everything of the row is done. */
  readonly after: Float64Array;
  readonly cashIncome: Float64Array;
  readonly financing: Float64Array;
  /** Expense ratios of assets. */
  readonly expenses: Float64Array;
  readonly portfolioFee: Float64Array;
  readonly trading: Float64Array;
  readonly flows: Float64Array;
  /** What the portfolio fee, and what trades at the row's close, left of each unit of wealth. */
  readonly feeKept: Float64Array;
  readonly kept: Float64Array;
}

const COLUMNS = ['before', 'after', 'cashIncome', 'financing', 'expenses', 'portfolioFee', 'trading', 'flows'] as const;

/** An empty book of some rows. */
export function makeBook(origin: number, rows: number): Book {
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, new Float64Array(rows)]));
  const ones = (): Float64Array => new Float64Array(rows).fill(1);
  return { origin, ...columns, feeKept: ones(), kept: ones() } as unknown as Book;
}

/** The first rows of a book. */
export function cutBook(book: Book, rows: number): Book {
  const cut = Object.fromEntries(
    [...COLUMNS, 'feeKept' as const, 'kept' as const].map((name) => [name, book[name].slice(0, rows)]),
  );
  return { origin: book.origin, ...cut } as unknown as Book;
}
