import { assertNumber, assertObject, describeValue, InputError } from '../core/index.js';
import { ratio } from './rounding.js';

/** A turnover that rounding alone can make: weights that drift nowhere sum up to 1 within a few 1e-16. */
const NOTHING = 1e-12;

/** What one trade moved and cost, as a line of a ledger. */
export interface TradeLine {
  /** One-way: half of what was bought and sold, cash counted as a holding, as a share of wealth. */
  readonly turnover: number;
  /** As a share of wealth, or in any one unit. */
  readonly cost: number;
  /** Whether it is the first purchase, out of cash. */
  readonly first: boolean;
}

/** How much was traded. */
export interface TurnoverSummary {
  /** Trades that moved something, the first purchase among them; 1e-12 of wealth and less is rounding. */
  readonly trades: number;
  /** One-way turnover of the first purchase. */
  readonly firstPurchase: number;
  /** One-way turnover of all later trades. */
  readonly turnover: number;
  /** The same per year. */
  readonly perYear: number;
  /** Cost of all trades, the first purchase among them, in the unit of the lines. */
  readonly cost: number;
  /** Cost of the first purchase. */
  readonly firstPurchaseCost: number;
}

/**
 * How much a portfolio traded: one-way turnover in all and per year, the first purchase apart.
 *
 * perYear = Σ turnover of the later trades / years; 1 means that the whole portfolio is exchanged once a year. The first purchase
 * is no exchange: it is reported and charged, but not in `turnover` and `perYear`.
 *
 * *Undefined:* perYear is NaN over 0 years.
 *
 * @param trades a ledger, one line per trade.
 * @param years how long the portfolio was held, as `yearsOf` its returns says.
 * @throws InputError `option.type` for lines that are no numbers, `option.range` for negative ones.
 * @see Grinold, R. and Kahn, R. (2000), Active Portfolio Management, 2nd ed., ch. 16 (turnover).
 * @example
 * const ledger = [{ turnover: 1, cost: 0.001, first: true }, { turnover: 0.25, cost: 0.0005, first: false }];
 * console.log(turnoverSummary(ledger, 2).perYear); // 0.125
 */
export function turnoverSummary(trades: readonly TradeLine[], years: number): TurnoverSummary {
  assertLedger('turnoverSummary', trades);
  assertNumber('turnoverSummary', 'years', years, { min: 0 });
  const sum = (lines: readonly TradeLine[], what: 'turnover' | 'cost'): number =>
    lines.reduce((total, line) => total + line[what], 0);
  const first = trades.filter((line) => line.first);
  const later = trades.filter((line) => !line.first);
  const turnover = sum(later, 'turnover');
  return Object.freeze({
    trades: trades.filter((line) => line.turnover > NOTHING).length,
    firstPurchase: sum(first, 'turnover'),
    turnover,
    perYear: ratio(turnover, years),
    cost: sum(trades, 'cost'),
    firstPurchaseCost: sum(first, 'cost'),
  });
}

function assertLedger(where: string, trades: unknown): void {
  if (!Array.isArray(trades))
    throw new InputError('option.type', `${where}: the trades must be an array, found ${describeValue(trades)}.`);
  Array.from<unknown>(trades).forEach((line, index) => {
    assertObject(where, `trade ${index}`, line);
    assertNumber(where, `trades[${index}].turnover`, line['turnover'], { min: 0 });
    assertNumber(where, `trades[${index}].cost`, line['cost'], { min: 0 });
  });
}
