import { assertKnownOptions, assertName, assertObject, assertOneOf } from '../../core/index.js';
import { civilDate, parseIsoDate } from '../../time/index.js';
import { type AccountingItem, type AccountingReport, firstKnown, itemOf, sumOfKnown } from './accounting-report.js';

/** Options of {@link bookEquity}. */
export interface BookEquityOptions {
  /**
   * 'until1992' (default): deferred taxes and investment tax credit are added for fiscal years that end in 1992 or before, as in French's
   * files since 2016, because SFAS 109 changed what they are. 'always': as in the papers of 1993 and 2015.
   */
  readonly deferredTaxes?: 'until1992' | 'always' | undefined;
}

/** The last calendar year of which the balance sheets are those before SFAS 109. */
const LAST_BEFORE_SFAS_109 = 1992;

/**
 * Book equity of a firm by the definition of Fama and French: what belongs to the holders of its common stock.
 *
 * Stockholders' equity + deferred taxes and investment tax credit − preferred stock. Equity: seq, or else ceq + pstk, or else at − lt.
 * Preferred stock: redemption (pstkrv), or else liquidating (pstkl), or else par value (pstk), or else none. Deferred taxes: txditc, or else what
 * is there of txdb + itcb, or else none; see `deferredTaxes`. In the unit of the items.
 *
 * *Undefined (NaN):* where no equity can be had. It may be 0 or negative; ratios to it then are undefined.
 *
 * @throws InputError `observation.invalid` (an item that is no number, naming firm and year), `date.format`, `option.range`, `option.unknown`,
 *   `option.type`.
 * @see Davis, J. L., Fama, E. F. and French, K. R. (2000), "Characteristics, Covariances, and Average Returns: 1929 to 1997", Journal of Finance
 *   55(1), 389–406; Kenneth R. French Data Library, "Variable Definitions".
 * @example
 * const report = { asset: 'A', fiscalYearEnd: '1990-12-31', seq: null, ceq: 90, pstk: 10, pstkrv: 12, txditc: 5 } as const;
 * console.log(bookEquity(report), bookEquity({ ...report, fiscalYearEnd: '1993-12-31' })); // 93 88
 */
export function bookEquity(report: AccountingReport, options: BookEquityOptions = {}): number {
  const where = 'bookEquity';
  assertObject(where, 'the report', report);
  assertName(where, 'asset', report.asset);
  assertKnownOptions(where, options, ['deferredTaxes']);
  const { deferredTaxes = 'until1992' } = options;
  assertOneOf(where, 'deferredTaxes', deferredTaxes, ['until1992', 'always']);
  const item = (name: AccountingItem): number => itemOf(report, name, where);
  const { year } = civilDate(parseIsoDate(report.fiscalYearEnd, `${where}, "${report.asset}"`));
  const equity = firstKnown(item('seq'), item('ceq') + item('pstk'), item('at') - item('lt'));
  const preferred = firstKnown(item('pstkrv'), item('pstkl'), item('pstk'), 0);
  const added = deferredTaxes === 'always' || year <= LAST_BEFORE_SFAS_109;
  const deferred = firstKnown(item('txditc'), sumOfKnown(item('txdb'), item('itcb')), 0);
  return equity + (added ? deferred : 0) - preferred;
}
