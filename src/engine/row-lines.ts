import { ownEntry, type ReadonlyFloat64Array, sum } from '../core/index.js';
import { type Cell, numberCell, percentCell, type TableInput, textCell } from '../table/index.js';
import { contributions } from './contributions.js';
import { moneyDigits } from './explain-words.js';
import { LEDGER_COLUMNS } from './ledger-table.js';
import type { BacktestResult } from './result.js';
import { ROUNDING } from './rounding.js';

type Lines = Omit<TableInput, 'title'>;
type Column = readonly [key: string, values: ArrayLike<number>];

/** Weights at the start of each row, and what they leave as cash. */
export function weightLines(result: BacktestResult): Lines {
  const columns = result.assets.map((asset): Column => [asset, result.weights(asset)]);
  const cash = Float64Array.from({ length: result.calendar.length }, (_, row) => {
    const rest = 1 - sum(columns.map(([, values]) => values[row]!));
    return Math.abs(rest) <= ROUNDING ? 0 : rest;
  });
  return {
    ...byRow(result, [...columns, [ofPortfolio('Cash', result.assets), cash]], percentCell),
    notes: ['Weights of wealth at the start of the period that ends on the date, after any trade.'],
  };
}

/** The money of each row. */
export function ledgerLines(result: BacktestResult): Lines {
  const digits = moneyDigits(result.settings);
  return {
    ...byRow(
      result,
      LEDGER_COLUMNS.map((key) => [key, result.ledger[key]]),
      (amount) => numberCell(amount, digits),
    ),
    notes: ['Opening + assets + cash − financing − fees − trading + flows = closing.'],
  };
}

/** Returns of each row before and after costs, and the costs between them. */
export function returnLines(result: BacktestResult): Lines {
  const { values, gross, costs } = result;
  const { financing, fees, trading } = costs;
  const columns = { net: values, gross: gross.values, financing, fees, trading };
  return {
    ...byRow(result, Object.entries(columns), (value) => percentCell(value, 4)),
    notes: ['1 + net = (1 + gross)(1 − financing)(1 − fees)(1 − trading).'],
  };
}

/** What each part contributed to the net return of each row. */
export function contributionLines(result: BacktestResult): Lines {
  const { assets, cash, financing, fees, trading } = contributions(result);
  const parts: Readonly<Record<string, ReadonlyFloat64Array>> = { cash, financing, fees, trading, net: result.values };
  const columns: Column[] = [
    ...result.assets.map((asset): Column => [asset, ownEntry(assets, asset)!]),
    ...Object.entries(parts).map(([key, values]): Column => [ofPortfolio(key, result.assets), values]),
  ];
  return {
    ...byRow(result, columns, (value) => percentCell(value, 4)),
    notes: ['What each asset, cash and each cost contributed to the net return of the period, which is their sum.'],
  };
}

function byRow(
  { calendar }: BacktestResult,
  columns: readonly Column[],
  cell: (value: number) => Cell,
): Pick<TableInput, 'columns' | 'rows'> {
  const keys = columns.map(([key]) => key);
  const date = ofPortfolio('date', keys);
  return {
    columns: [{ key: date, align: 'left' }, ...keys.map((key) => ({ key }))],
    rows: Array.from({ length: calendar.length }, (_, row) =>
      Object.fromEntries([
        [date, textCell(calendar.date(row))],
        ...columns.map(([key, values]): [string, Cell] => [key, cell(values[row]!)]),
      ]),
    ),
  };
}

/** The name of a column that is of no asset, where those have taken some. */
function ofPortfolio(key: string, taken: readonly string[]): string {
  return taken.includes(key) ? ofPortfolio(`${key} of the portfolio`, taken) : key;
}
