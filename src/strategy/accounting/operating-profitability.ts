import { assertKnownOptions, describeValue, InputError } from '../../core/index.js';
import { type AccountingReport, firstKnown, itemOf, sumOfKnown } from './accounting-report.js';
import { bookEquity, type BookEquityOptions } from './book-equity.js';

/** Options of {@link operatingProfitability}: those of book equity, and what it is divided by. */
export interface OperatingProfitabilityOptions extends BookEquityOptions {
  /** Whether minority interest (mib) is added to book equity below the line, as French's newer files do; false when absent: Fama and French 2015. */
  readonly minorityInterest?: boolean | undefined;
}

/**
 * Operating profitability of a firm by the definition of Fama and French: what a year of business left, per unit of book equity.
 *
 * (revt − cogs − xsga − xint) / book equity. Revenues and at least one of the three expenses must be there; the others count as 0. Book equity must be
 * above 0; with `minorityInterest` the divisor is book equity + mib (0 where it is missing).
 *
 * *Undefined (NaN):* without revenues, without any of the expenses, without book equity, or where that is 0 or negative.
 *
 * @throws InputError `observation.invalid`, `date.format`, `option.range`, `option.unknown`, `option.type`.
 * @see Fama, E. F. and French, K. R. (2015), "A Five-Factor Asset Pricing Model", Journal of Financial Economics 116(1), 1–22; Kenneth R. French
 *   Data Library, "Variable Definitions" and "Detail for Operating Profitability Breakpoints".
 * @example
 * const report = { asset: 'A', fiscalYearEnd: '2019-12-31', seq: 200, revt: 150, cogs: 80, xsga: 20 } as const;
 * console.log(operatingProfitability(report), operatingProfitability({ ...report, seq: -10 })); // 0.25 NaN
 */
export function operatingProfitability(report: AccountingReport, options: OperatingProfitabilityOptions = {}): number {
  const where = 'operatingProfitability';
  assertKnownOptions(where, options, ['deferredTaxes', 'minorityInterest']);
  const { minorityInterest = false, ...equityOptions } = options;
  if (typeof minorityInterest !== 'boolean') {
    throw new InputError(
      'option.type',
      `${where}: "minorityInterest" is ${describeValue(minorityInterest)}; it must be true or false.`,
      { where, option: 'minorityInterest' },
    );
  }
  const expenses = sumOfKnown(
    itemOf(report, 'cogs', where),
    itemOf(report, 'xsga', where),
    itemOf(report, 'xint', where),
  );
  const equity = bookEquity(report, equityOptions);
  const minority = minorityInterest ? firstKnown(itemOf(report, 'mib', where), 0) : 0;
  return equity > 0 && equity + minority > 0 ? (itemOf(report, 'revt', where) - expenses) / (equity + minority) : NaN;
}
