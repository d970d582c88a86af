import { InputError } from '../core/index.js';
import { makeBook } from './book.js';
import { type CashAccount, missingCash } from './cash-account.js';
import type { ViewSource } from './decision-view.js';
import { grow, type Growth } from './grow.js';
import type { Gap } from './portfolio.js';
import { wealthOf } from './trade.js';

/** Wealth became NaN in a row: either an asset that is held at the close before has a hole there, or cash has no return. */
export function missingReturn(
  { store, assets, positions, strategy }: ViewSource,
  account: CashAccount,
  growth: Growth,
  { opening, from, row }: Gap,
): InputError {
  // Grown once more, only to the close before, so that the message gives the shares of that close.
  if (row > from) grow(growth, opening, from, row - 1, makeBook(from, row - from));
  const { values, rows } = growth.lives;
  const { holdings, cash } = opening;
  const gone = (member: number): boolean => growth.lives.heldUntil(member, row) < row;
  const hole = assets.findIndex(
    (_, member) => holdings[member] !== 0 && !gone(member) && Number.isNaN(values[positions[member]! * rows + row]!),
  );
  if (hole < 0) {
    const proceeds = holdings.reduce((sum, value, member) => (gone(member) ? sum + value : sum), 0);
    return missingCash(store, account, row, (cash + proceeds) / wealthOf(opening));
  }
  const date = store.calendar.date(row);
  return new InputError(
    'returns.hole',
    `backtest: strategy "${strategy.name}" holds "${assets[hole]!}" in row ${row} (${date}), where it has no return although it is listed before and after. ` +
      "Fill the hole in the data, leave the asset out, choose a window without it, or name a policy: rules: { missing: 'hold' }, 'cash' or 'renormalise'.",
    { asset: assets[hole], row, date },
  );
}
