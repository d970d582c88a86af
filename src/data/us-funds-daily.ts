import { assemblePanel, type Panel } from '../panel/index.js';
import { assembleCalendar } from '../time/index.js';
import { encoded, provenance } from '../../data/us-funds-daily.js';
import { decodeTable } from './decode-table.js';
import { seriesMetaFrom } from './series-meta-from.js';

/** The funds with daily returns. */
export type UsDailyFund =
  | 'SPY'
  | 'VTI'
  | 'QQQ'
  | 'IVW'
  | 'IVE'
  | 'IWD'
  | 'VTV'
  | 'IWM'
  | 'IWO'
  | 'IWN'
  | 'IJR'
  | 'IJS'
  | 'VBR'
  | 'AVUV'
  | 'DFAT'
  | 'BIL';

let funds: Panel<UsDailyFund> | undefined;

/**
 * What an owner of a US fund earned each trading day: daily total returns of 16 of the funds of `usFunds()`.
 *
 * The return of a row is adjusted close / adjusted close of the row before − 1. Units: fractions of one trading day, dividends
 * reinvested, fund fees already deducted. A fund has NaN before its second trading day.
 *
 * Span: 1993-02-01 to 2026-07-31, base 1993-01-29. Prices carry two to five decimals, so a single day
 * is exact to about 0.01 % at worst (BIL, whose price is near 92).
 *
 * Source: adjusted closes of fund price vendors.
 *
 * @example
 * const daily = usFundsDaily();
 * console.log(daily.calendar.date(-1), daily.returns('SPY').values[0]?.toFixed(4)); // 1993-01-29 0.0071
 */
export function usFundsDaily(): Panel<UsDailyFund> {
  return (funds ??= readFunds());
}

function readFunds(): Panel<UsDailyFund> {
  const table = decodeTable(encoded);
  const assets = table.names.slice(1);
  const rows = table.rows - 1;
  const values = new Float64Array(assets.length * rows);
  assets.forEach((asset, index) => {
    const prices = table.column(asset);
    for (let row = 0; row < rows; row++) values[index * rows + row] = prices[row + 1]! / prices[row]! - 1;
  });
  const days = Int32Array.from(table.column('day'));
  const calendar = assembleCalendar('daily', days[0]!, days.slice(1));
  const meta = seriesMetaFrom(provenance, { kind: 'total', net: true });
  return assemblePanel({ calendar, assets, values, metas: assets.map(() => meta) });
}
