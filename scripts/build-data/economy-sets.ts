import { dataSet, type DataSet } from './data-set.js';
import { encodeTable } from './encode-table.js';
import { dayCell, monthColumn, monthOf, spanOf } from './months.js';
import { readSource } from './read-source.js';

/** Recessions, Shiller's monthly averages and the valuation of small against big firms. */
export function economySets(folder: string): DataSet[] {
  return [usRecessions(folder), shiller(folder), valueSpread(folder)];
}

function usRecessions(folder: string): DataSet {
  const source = readSource(folder, 'usrec_monthly.csv');
  const { labels } = monthColumn(source);
  const flags = source.column('usrec');
  const points: { month: string; peak: boolean }[] = [];
  // The source begins in the last month of a recession, so its first month is a trough, not the month after a peak.
  flags.forEach((flag, row) => {
    if (flag === '1' && flags[row + 1] === '0') points.push({ month: labels[row]!, peak: false });
    if (flag === '0' && flags[row + 1] === '1') points.push({ month: labels[row]!, peak: true });
  });
  const announcements = readSource(folder, 'nber_turning_points_announcements.csv');
  const [months, types] = [announcements.column('turning_month'), announcements.column('type')];
  const announced = new Map(
    months.map((month, row) => [`${month} ${types[row]!}`, announcements.column('announced')[row]!]),
  );
  const cells = points.map(({ month, peak }) => {
    const key = `${month} ${peak ? 'peak' : 'trough'}`;
    const date = announced.get(key);
    announced.delete(key);
    if (date === undefined && month >= '1979') throw new Error(`Recessions: no announcement of ${key}.`);
    return date === undefined ? '' : dayCell(date);
  });
  if (announced.size > 0) throw new Error(`Recessions: announced, but no turn: ${[...announced.keys()].join()}.`);
  const encoded = encodeTable([
    { name: 'month', cells: points.map(({ month }) => String(monthOf(month))), differences: true },
    { name: 'peak', cells: points.map(({ peak }) => (peak ? '1' : '0')) },
    { name: 'announced', cells, differences: true },
  ]);
  return dataSet('us-recessions', encoded, {
    name: 'usRecessions',
    title: 'US business cycle turning points and the days of their announcement',
    publisher: 'National Bureau of Economic Research (NBER); monthly indicator USREC by way of FRED',
    frequency: 'irregular',
    series: 1,
    span: spanOf(labels),
    units: 'months; announcement days',
    vintage: `indicator to ${spanOf(labels).to}`,
    transformation:
      'Recession months made into turning points: a peak is the last month before a recession, a trough its last month. Announcement days joined from 1980 on; turning points before 1979 were not announced on a day.',
    terms: 'Public domain.',
  });
}

function shiller(folder: string): DataSet {
  const source = readSource(folder, 'shiller_monthly_pddl.csv');
  const month = monthColumn(source);
  // Two months lie on a line to January 1954 although the monthly series begins in April 1953: nothing that was ever known.
  const ahead = (column: string, label: string): boolean => column === 'gs10' && /^1953-0[23]$/.test(label);
  const present = (column: string): string[] =>
    source.column(column).map((cell, row) => (Number(cell) === 0 || ahead(column, month.labels[row]!) ? '' : cell));
  const plan = (name: string, column: string, decimals: number) => ({
    name,
    cells: present(column),
    decimals,
    differences: true,
  });
  const encoded = encodeTable([
    month,
    plan('price', 'sp500_avg', 4),
    plan('dividend', 'dividend', 6),
    plan('earnings', 'earnings', 6),
    plan('cpi', 'cpi', 4),
    plan('longRate', 'gs10', 6),
    plan('cape', 'pe10', 4),
  ]);
  return dataSet('shiller', encoded, {
    name: 'shiller',
    title: 'US stock market since 1871: price, dividend, earnings, consumer prices, long rate, CAPE (monthly averages)',
    publisher: 'Robert J. Shiller, Irrational Exuberance data',
    frequency: 'monthly',
    series: 6,
    span: spanOf(month.labels),
    units:
      'price, dividend, earnings in index points; cpi as an index; longRate as an annual fraction; cape as a ratio',
    vintage: 'price to 2026-06; the rest to 2023',
    transformation:
      'Figures of 0 are missing; the long rate of February and March 1953, interpolated towards January 1954, is left out. Rounded to 4 decimals (price, cpi, cape) or 6 (dividend, earnings, long rate in percent): longer fractions come from averaging and interpolation. Long rate: percent divided by 100.',
    terms: 'Open Data Commons Public Domain Dedication and License (PDDL).',
  });
}

function valueSpread(folder: string): DataSet {
  const source = readSource(folder, 'small_vs_big_bm_french25.csv');
  const month = monthColumn(source);
  const names: Readonly<Record<string, string>> = {
    bookToMarketSmallest: 'bm_me1',
    bookToMarketSmall: 'bm_me1_2',
    bookToMarketBig: 'bm_me5',
    smallOverBig: 'ratio_me12_over_me5',
    smallValueOverGrowth: 'value_spread_small_hi_over_lo',
    smallCapShare: 'capshare_me1_2',
  };
  const encoded = encodeTable([
    month,
    ...Object.entries(names).map(([name, column]) => ({ name, cells: source.column(column), differences: true })),
  ]);
  return dataSet('value-spread', encoded, {
    name: 'valueSpread',
    title:
      'Book-to-market of small and of big firms, computed from the 25 portfolios formed on size and book-to-market',
    publisher: 'Kenneth R. French Data Library',
    frequency: 'monthly',
    series: Object.keys(names).length,
    span: spanOf(month.labels),
    units: 'ratios; smallCapShare as a fraction of the market',
    vintage: 'CRSP 202602',
    transformation:
      'Value-weighted book-to-market of the two smallest and of the biggest size quintile, their ratio, cheap over dear within the small ones, and the share of the small ones in the market. The portfolios are formed anew each June.',
    terms:
      'Computed from figures that are copyright Eugene F. Fama and Kenneth R. French. For research; cite the library and the vintage.',
  });
}
