import { assemblePanel, type Panel } from '../panel/index.js';
import { encoded, provenance } from '../../data/us-funds.js';
import { decodeTable } from './decode-table.js';
import { monthlyCalendar } from './monthly-calendar.js';
import { seriesMetaFrom } from './series-meta-from.js';

/** The funds with monthly returns: 46 exchange-traded funds and the mutual fund DFSVX. */
export type UsFund =
  | 'SPY'
  | 'VTI'
  | 'VOO'
  | 'IWB'
  | 'OEF'
  | 'QQQ'
  | 'IVW'
  | 'IVE'
  | 'IWF'
  | 'IWD'
  | 'VUG'
  | 'VTV'
  | 'IJH'
  | 'IWM'
  | 'IWO'
  | 'IWN'
  | 'IJR'
  | 'IJT'
  | 'IJS'
  | 'SLYV'
  | 'VB'
  | 'VBK'
  | 'VBR'
  | 'VIOO'
  | 'VIOV'
  | 'RZV'
  | 'XSVM'
  | 'RWJ'
  | 'PRFZ'
  | 'CALF'
  | 'AVUV'
  | 'DFAT'
  | 'DFSV'
  | 'AVUS'
  | 'AVLV'
  | 'AVDV'
  | 'DFAC'
  | 'DFUS'
  | 'MTUM'
  | 'QUAL'
  | 'COWZ'
  | 'BIL'
  | 'SHY'
  | 'IEF'
  | 'TLT'
  | 'AGG'
  | 'DFSVX';

let funds: Panel<UsFund> | undefined;

/**
 * What an owner of a US fund earned each month: the total returns of 46 exchange-traded funds and of the mutual fund DFSVX.
 *
 * Units: fractions of one month, dividends reinvested, fund fees already deducted. A fund has NaN before its first whole month;
 * the partial month of its start is left out.
 *
 * Span: 1993-02 to 2026-07, rows on the last calendar day of the month, base 1993-01-31. DFSVX is rounded to 0.01 %.
 *
 * Source: adjusted closes of fund price vendors; what is known about each fund is in `fundFacts()`. Only funds that are alive
 * today are here, so picking among them with hindsight flatters the past (Elton, Gruber and Blake 1996, "Survivorship Bias and
 * Mutual Fund Performance").
 *
 * @example
 * const funds = usFunds();
 * console.log(funds.assets.length, funds.calendar.date(0), funds.calendar.date(funds.calendar.length - 1)); // 47 1993-02-28 2026-07-31
 */
export function usFunds(): Panel<UsFund> {
  return (funds ??= readFunds());
}

function readFunds(): Panel<UsFund> {
  const table = decodeTable(encoded);
  const assets = table.names.slice(1);
  const values = new Float64Array(assets.length * table.rows);
  assets.forEach((asset, index) => {
    values.set(table.column(asset), index * table.rows);
  });
  const meta = seriesMetaFrom(provenance, { kind: 'total', net: true });
  return assemblePanel({ calendar: monthlyCalendar(table), assets, values, metas: assets.map(() => meta) });
}
