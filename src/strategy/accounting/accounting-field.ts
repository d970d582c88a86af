import { assertKnownOptions, assertName, describeValue, InputError } from '../../core/index.js';
import type { Observation } from '../../panel/index.js';
import { addMonths, isoDate, type IsoDate, parseIsoDate } from '../../time/index.js';
import type { AccountingReport } from './accounting-report.js';
import { juneRule } from './june-rule.js';

/** Options of {@link accountingField}. */
export interface AccountingFieldOptions {
  /**
   * From the end of a fiscal year to the day from which it may be used; `juneRule` when absent. A rule for any year's end: it is asked for the year
   * after each report too, to tell from when that one is missed.
   */
  readonly knownOn?: ((this: void, fiscalYearEnd: IsoDate) => IsoDate) | undefined;
}

/**
 * Makes a table of accounts into a field of a panel: one figure of every report, usable from the day on which it may be.
 *
 * A figure holds until that of the next fiscal year may be used. Where none has come by the day on which one that ends twelve months later could
 * be used, the field is NaN: accounts of a year before last say nothing. Of two fiscal years that may be used from the same day the later counts.
 * Rows may be in any order.
 *
 * @param reports rows with `asset` and `fiscalYearEnd`, and whatever items the figure reads.
 * @param figure `bookEquity`, `operatingProfitability`, `bookToMarket`, or a function of your own of a row; NaN where it has none.
 * @returns observations by asset, for `addField`.
 * @throws InputError `observation.invalid` (no rows, a fiscal year twice, a figure that is no number, a day before the fiscal year's end),
 *   `date.format`, `option.type`, `option.unknown`, and those of the figure.
 * @see Fama, E. F. and French, K. R. (1992), "The Cross-Section of Expected Stock Returns", Journal of Finance 47(2), section I.
 * @example
 * const reports = [{ asset: 'A', fiscalYearEnd: '2018-12-31', seq: 50 }, { asset: 'A', fiscalYearEnd: '2019-12-31', seq: 60 }] as const;
 * console.log(accountingField(reports, bookEquity).A.map(({ knownOn, value }) => `${knownOn} ${value}`).join(', ')); // 2019-06-28 50, 2020-06-30 60, 2021-06-30 NaN
 */
export function accountingField<const Report extends AccountingReport>(
  reports: readonly Report[],
  figure: (this: void, report: Report) => number,
  options: AccountingFieldOptions = {},
): Readonly<Record<Report['asset'], readonly Observation[]>> {
  const where = 'accountingField';
  const given: unknown = reports;
  if (!Array.isArray(given)) throw noTable(where, given);
  const asked: unknown = figure;
  if (typeof asked !== 'function') {
    throw new InputError(
      'option.type',
      `${where}: the figure is ${describeValue(asked)}; it must be a function of a row, such as bookEquity.`,
      { where },
    );
  }
  assertKnownOptions(where, options, ['knownOn']);
  const { knownOn = juneRule } = options;
  const usableFrom = (end: IsoDate, place: string): number => {
    const day = parseIsoDate(knownOn(end), `${place}, knownOn`);
    if (day >= parseIsoDate(end, place)) return day;
    throw new InputError(
      'observation.invalid',
      `${place}: "knownOn" answers ${isoDate(day)}, before the fiscal year has ended. Accounts are known only after their year.`,
      { where, fiscalYearEnd: end, knownOn: isoDate(day) },
    );
  };
  const byAsset = new Map<string, Map<IsoDate, Report>>();
  Array.from(reports).forEach((report, index) => {
    const row: unknown = report;
    if (typeof row !== 'object' || row === null) throw noTable(`${where}, row ${index}`, row);
    const { asset, fiscalYearEnd } = report;
    assertName(`${where}, row ${index}`, 'asset', asset);
    parseIsoDate(fiscalYearEnd, `${where}, row ${index}, "${asset}"`);
    const own = byAsset.get(asset) ?? new Map<IsoDate, Report>();
    if (own.has(fiscalYearEnd)) {
      throw new InputError(
        'observation.invalid',
        `${where}, row ${index}: "${asset}" has a second row for the fiscal year to ${fiscalYearEnd}. Keep the one that was known first.`,
        { where, index, asset, fiscalYearEnd },
      );
    }
    byAsset.set(asset, own.set(fiscalYearEnd, report));
  });
  const entries = Array.from(byAsset, ([asset, own]) => {
    const years = Array.from(own).sort(([a], [b]) => (a < b ? -1 : 1));
    const timed = years.map(([end, report]) => {
      const place = `${where}, "${asset}", fiscal year to ${end}`;
      const nextEnd = isoDate(addMonths(parseIsoDate(end, place), 12));
      return { report, from: usableFrom(end, place), until: usableFrom(nextEnd, place) };
    });
    const facts = timed.flatMap(({ report, from, until }, index): Observation[] => {
      const next = timed[index + 1]?.from ?? Infinity;
      if (next === from) return [];
      const value = assertFigure(figure(report), report, where);
      const known = { knownOn: isoDate(from), value };
      return next <= until ? [known] : [known, { knownOn: isoDate(until), value: NaN }];
    });
    return [asset, Object.freeze(facts.map((fact) => Object.freeze(fact)))] as const;
  });
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<Report['asset'], readonly Observation[]>>;
}

function assertFigure(value: unknown, { asset, fiscalYearEnd }: AccountingReport, where: string): number {
  if (typeof value === 'number' && Math.abs(value) !== Infinity) return value;
  throw new InputError(
    'observation.invalid',
    `${where}: the figure of "${asset}" for the fiscal year to ${fiscalYearEnd} is ${describeValue(value)}; it must be a number, or NaN where there is none.`,
    { where, asset, fiscalYearEnd, found: describeValue(value) },
  );
}

const noTable = (place: string, found: unknown): InputError =>
  new InputError(
    'observation.invalid',
    `${place}: found ${describeValue(found)}; give rows [{ asset, fiscalYearEnd, seq, revt, … }, …].`,
    { place, found: describeValue(found) },
  );
