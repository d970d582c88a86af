import type { ReturnSeries } from '../../panel/index.js';
import { makeSheet } from './make-sheet.js';
import type { SheetOptions } from './sheet-options.js';
import type { TearSheet } from './tear-sheet-object.js';

/**
 * Several series or backtests on one page, side by side over the window that all of them share: as {@link tearSheet}, with a column or a line for each.
 *
 * They stand in the order given: nothing is ranked. The more there are, the more of the best one's lead is luck, and the page says so.
 *
 * @param series one or more, of one frequency, with distinct names.
 * @throws InputError as {@link tearSheet}; `panel.name` for two of one name, `option.type` for what is no list.
 * @see Harvey, C. R. and Liu, Y. (2015), "Backtesting", Journal of Portfolio Management 42(1), 13–28, on the best of several.
 * @example
 * const { returns } = usFunds();
 * const sheet = await compareSheet([returns('AVUV'), returns('IWM')], { benchmark: returns('SPY') });
 * console.log(sheet.comparison.window); // 2019-10 to 2026-07 (82 months; AVUV begins last)
 */
export async function compareSheet(series: readonly ReturnSeries[], options: SheetOptions = {}): Promise<TearSheet> {
  return makeSheet('compareSheet', series, options);
}
