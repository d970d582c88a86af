import { makeReturnSeries, type ReturnSeries } from '../../panel/index.js';
import type { BacktestResult } from '../result.js';

/** One portfolio of a sort. */
export interface SortCell<Asset extends string = string> {
  /** Its groups in one: "small high". */
  readonly name: string;
  readonly groups: readonly string[];
  /** Its net returns; NaN while it was formed of no name, and before its first formation is traded. */
  readonly returns: ReturnSeries;
  /** Everything else about it. While it was formed of no name its money lay in cash. */
  readonly result: BacktestResult<Asset>;
}

/** The net returns of a portfolio, with nothing where there was no portfolio: cash is not a return of small cheap stocks. */
export function returnsOfCell(name: string, result: BacktestResult): ReturnSeries {
  const { calendar } = result;
  const values = result.values.slice();
  let row = 0;
  // Until the first formation is traded, which is later with an execution lag, there is none either.
  let empty = true;
  const fillTo = (end: number): void => {
    if (empty) values.fill(NaN, row, end);
    row = end;
  };
  for (const { tradedOn, target } of result.decisions) {
    if (tradedOn === null) continue;
    while (row < calendar.length && calendar.date(row) <= tradedOn) fillTo(row + 1);
    empty = countNames(target) === 0;
  }
  fillTo(calendar.length);
  return makeReturnSeries(name, calendar, values, result.meta);
}

/** How many names a portfolio was formed of. */
export const countNames = (target: Readonly<Partial<Record<string, number>>>): number =>
  Object.values(target).filter((weight) => weight !== 0).length;
