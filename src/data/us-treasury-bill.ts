import { deepFreeze } from '../core/index.js';
import { makeReturnSeries, type ReturnSeries } from '../panel/index.js';
import { encoded, provenance } from '../../data/us-treasury-bill.js';
import { decodeTable } from './decode-table.js';
import { monthlyCalendar } from './monthly-calendar.js';
import { seriesMetaFrom } from './series-meta-from.js';

let bill: ReturnSeries | undefined;

/**
 * What cash in US Treasury bills earned each month: the series to use as cash and as risk-free return beside `usFunds()`.
 *
 * Units: fractions of one month. To 2025-12 it is the one-month bill return of the Fama/French 3-factor file, rounded to 0.01 %;
 * after that the total return of the fund BIL (1 to 3 month bills, net of its expense ratio). `meta.joins` marks the join.
 *
 * Span: 1926-07 to 2026-07, rows on the last calendar day of the month.
 *
 * Source: Kenneth R. French Data Library (RF, from Ibbotson Associates and later ICE BofA); fund price vendors (BIL).
 *
 * @example
 * const cash = usTreasuryBill();
 * console.log(cash.name, cash.values[0], cash.meta.joins?.[0]?.from); // T-bill 0.0022 2026-01-31
 */
export function usTreasuryBill(): ReturnSeries {
  bill ??= readBill();
  // Numbers of its own for every caller: a typed array cannot be frozen.
  return makeReturnSeries(bill.name, bill.calendar, bill.values.slice(), bill.meta);
}

function readBill(): ReturnSeries {
  const table = decodeTable(encoded);
  const fund = table.column('BIL');
  const values = table.column('RF', 2).map((value, row) => (Number.isNaN(value) ? fund[row]! : value));
  const calendar = monthlyCalendar(table);
  const from = calendar.date(fund.findIndex((value) => !Number.isNaN(value)));
  const joins = [{ from, source: 'Monthly total return of the fund BIL, net of its expense ratio' }];
  const meta = seriesMetaFrom(provenance, { kind: 'total', net: false, joins });
  return makeReturnSeries('T-bill', calendar, values, deepFreeze(meta));
}
