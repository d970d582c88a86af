import { assertName, assertObject, describeValue, InputError } from '../../core/index.js';
import type { IsoDate } from '../../time/index.js';

/** The accounting items that the definitions read, by their names in Compustat. */
export type AccountingItem =
  | 'seq'
  | 'ceq'
  | 'pstk'
  | 'pstkrv'
  | 'pstkl'
  | 'at'
  | 'lt'
  | 'txditc'
  | 'txdb'
  | 'itcb'
  | 'mib'
  | 'revt'
  | 'cogs'
  | 'xsga'
  | 'xint';

/**
 * One fiscal year of one firm, as a row of a Compustat-like table, all items in one unit. A missing item is absent, null or NaN, never 0.
 *
 * seq stockholders' equity; ceq common equity; pstk, pstkrv, pstkl preferred stock at par, redemption and liquidating value; at total assets;
 * lt total liabilities; txditc deferred taxes and investment tax credit (txdb and itcb: the two alone); mib minority interest; revt
 * revenues; cogs cost of goods sold; xsga selling, general and administrative expense; xint interest expense.
 */
export interface AccountingReport extends Readonly<Partial<Record<AccountingItem, number | null>>> {
  /** Its name in the panel. */
  readonly asset: string;
  readonly fiscalYearEnd: IsoDate;
}

/** An item of a report; NaN where it is missing. */
export function itemOf<Report extends AccountingReport>(
  report: Report,
  item: keyof Report & string,
  where: string,
): number {
  assertObject(where, 'the report', report);
  assertName(where, 'asset', report.asset);
  const value: unknown = report[item];
  if (value === undefined || value === null) return NaN;
  if (typeof value === 'number' && Math.abs(value) !== Infinity) return value;
  throw new InputError(
    'observation.invalid',
    `${where}: "${item}" of "${report.asset}" for the fiscal year to ${describeDay(report.fiscalYearEnd)} is ${describeValue(value)}; it must be a number, or null where there is none.`,
    { where, item, asset: report.asset, fiscalYearEnd: report.fiscalYearEnd, found: describeValue(value) },
  );
}

/** The first of some figures that is there; NaN if none is. */
export const firstKnown = (...figures: readonly number[]): number =>
  figures.find((figure) => !Number.isNaN(figure)) ?? NaN;

/** The sum of the figures that are there; NaN if none is. */
export function sumOfKnown(...figures: readonly number[]): number {
  const known = figures.filter((figure) => !Number.isNaN(figure));
  return known.length === 0 ? NaN : known.reduce((total, figure) => total + figure, 0);
}

const describeDay = (day: unknown): string => (typeof day === 'string' ? day : describeValue(day));
