import { InputError } from '../core/index.js';
import {
  alignTo,
  assertReturnSeries,
  indexOfAsset,
  type PanelStore,
  type ReturnSeries,
  type SeriesMeta,
} from '../panel/index.js';

/** What uninvested wealth earns, on the panel's rows. */
export interface CashAccount {
  readonly name: string | null;
  /** What the source says about itself. */
  readonly meta?: SeriesMeta;
  /** Return by row; NaN where the source has none. */
  readonly returns: Float64Array;
}

/** The cash account of a run: an asset of the panel, a series of its own, or none (zero on every row). */
export function cashAccount(store: PanelStore, cash: string | ReturnSeries | undefined): CashAccount {
  const { calendar } = store;
  if (cash === undefined) return { name: null, returns: new Float64Array(calendar.length) };
  if (typeof cash === 'string') {
    const index = indexOfAsset(store, cash, 'backtest, cash');
    return {
      name: cash,
      meta: store.metas[index]!,
      returns: store.values.slice(index * calendar.length, (index + 1) * calendar.length),
    };
  }
  assertReturnSeries('backtest', '"cash"', cash);
  return { name: cash.name, meta: cash.meta, returns: alignTo(calendar, cash, 'backtest, cash') };
}

/** The error of a row on which wealth lies in cash and the cash source has no return. */
export function missingCash(store: PanelStore, account: CashAccount, row: number, share: number): InputError {
  const date = store.calendar.date(row);
  return new InputError(
    'cash.missing',
    `backtest: ${Math.abs(share * 100).toFixed(2)} % of wealth is ${share < 0 ? 'owed' : 'in cash'} in row ${row} (${date}), but "${account.name ?? 'cash'}" has no return there. ` +
      'Use a cash series that covers it, such as usTreasuryBill(), or a later window.',
    { row, date, cash: account.name, share },
  );
}
