/** Columns in which vendors of prices write a day's quotes of one thing. */
export interface QuoteColumns {
  /** The names that mean a close adjusted for dividends; more than one is ambiguous. */
  readonly adjusted: readonly string[];
  readonly close: readonly string[];
  /** Whether opening, highest and lowest prices stand beside the close. */
  readonly quotes: boolean;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

/** Whether a column is by its name a close adjusted for dividends: "Adj Close", "Adj Close**", "adjClose", "Adjusted close". */
export const isAdjustedClose = (name: string): boolean =>
  /^(?:adj|adjusted)close$|^close(?:adj|adjusted)$/.test(plain(name));

/** Whether a column is by its name a bare close: "Close", "Close*", "Close/Last". */
export const isClose = (name: string): boolean => /^close(?:last|price)?$|^closingprice$/.test(plain(name));

/** What the columns of a file of quotes are, by the names that vendors give them. */
export function quoteColumns(header: readonly string[]): QuoteColumns {
  const names = new Set(header.map(plain));
  return {
    adjusted: header.filter(isAdjustedClose),
    close: header.filter(isClose),
    quotes: ['open', 'high', 'low'].every((name) => names.has(name)),
  };
}
