import { civilDate, dayNumber, isoDate, type IsoDate, parseIsoDate, previousWeekday } from '../../time/index.js';

/**
 * When the accounts of a fiscal year may first be used, by the rule of Fama and French: at the end of June of the calendar year after the one
 * in which the fiscal year ends.
 *
 * Six months after a year end in December, seventeen after one in January. The day is the last Monday to Friday of June, the close at which portfolios
 * are formed, so that the June decision sees it on a calendar of trading days (2019-06-28) as on one of calendar days (2019-06-30).
 *
 * @throws InputError `date.format`, `date.impossible`.
 * @see Fama, E. F. and French, K. R. (1992), "The Cross-Section of Expected Stock Returns", Journal of Finance 47(2), section I.
 * @example
 * console.log(juneRule('2018-12-31'), juneRule('2019-01-31')); // 2019-06-28 2020-06-30
 */
export function juneRule(fiscalYearEnd: IsoDate): IsoDate {
  const { year } = civilDate(parseIsoDate(fiscalYearEnd, 'juneRule'));
  return isoDate(previousWeekday(dayNumber(year + 1, 7, 1)));
}
