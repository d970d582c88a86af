import { type AccountingReport, itemOf } from './accounting-report.js';
import { bookEquity, type BookEquityOptions } from './book-equity.js';

/** A report with the market's value of the firm beside it. */
export interface ValuedReport extends AccountingReport {
  /** Price times shares at the end of December of the calendar year in which the fiscal year ends, in the unit of the items. */
  readonly decemberMarketEquity?: number | null;
}

/**
 * Book-to-market of a firm by the definition of Fama and French: book equity of a fiscal year over market equity at the end of December of the
 * calendar year in which it ends.
 *
 * The market's side is that of December for every fiscal year end, so that all firms are compared at one moment, six months before June.
 *
 * *Undefined (NaN):* where book equity or market equity is missing, 0 or negative.
 *
 * @throws InputError `observation.invalid`, `date.format`, `option.range`, `option.unknown`, `option.type`.
 * @see Fama, E. F. and French, K. R. (1993), "Common Risk Factors in the Returns on Stocks and Bonds", Journal of Financial Economics 33(1),
 *   section 2.1.2.
 * @example
 * console.log(bookToMarket({ asset: 'A', fiscalYearEnd: '2019-12-31', seq: 50, decemberMarketEquity: 200 })); // 0.25
 */
export function bookToMarket(report: ValuedReport, options: BookEquityOptions = {}): number {
  const book = bookEquity(report, options);
  const market = itemOf(report, 'decemberMarketEquity', 'bookToMarket');
  return book > 0 && market > 0 ? book / market : NaN;
}
