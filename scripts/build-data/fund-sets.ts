import { dataSet, type DataSet } from './data-set.js';
import { encodeTable } from './encode-table.js';
import { fundFactsOf } from './fund-facts.js';
import { dayCell, monthColumn, spanOf } from './months.js';
import { readSource } from './read-source.js';

const VENDORS = 'Fund price vendors (adjusted closes)';
const FACTS =
  'Facts computed from adjusted closing prices; check with the fund companies before relying on a single figure.';

/** Monthly and daily total returns of funds, and what is known about the funds. */
export function fundSets(folder: string): DataSet[] {
  return [usFunds(folder), usFundsDaily(folder), fundFacts(folder)];
}

function usFunds(folder: string): DataSet {
  const source = readSource(folder, 'etf_monthly_total_return.csv');
  const dimensional = readSource(folder, 'dfsvx_monthly_total_return.csv');
  const month = monthColumn(source);
  const other = monthColumn(dimensional);
  const percentOf = new Map(other.labels.map((label, row) => [label, dimensional.column('return_pct')[row]!]));
  if (other.labels.some((label) => !month.labels.includes(label))) throw new Error('DFSVX reaches beyond the funds.');
  const names = source.names.slice(1);
  const encoded = encodeTable([
    month,
    ...names.map((name) => ({ name, cells: source.column(name) })),
    // Percent with two decimals is a fraction with four.
    { name: 'DFSVX', cells: month.labels.map((label) => percentToFraction(percentOf.get(label) ?? '')) },
  ]);
  return dataSet('us-funds', encoded, {
    name: 'usFunds',
    title: 'Monthly total returns of 46 US exchange-traded funds and of the mutual fund DFSVX',
    publisher: VENDORS,
    frequency: 'monthly',
    series: names.length + 1,
    span: spanOf(month.labels),
    units: 'fraction of one month, dividends reinvested, net of fund fees',
    vintage: 'prices to 2026-07-31',
    transformation:
      'Ratio of month-end adjusted closes less one; the month in which a fund began is left out where it is a part of a month. DFSVX: published percent with two decimals divided by 100.',
    terms: FACTS,
  });
}

function percentToFraction(cell: string): string {
  return cell === '' ? '' : String(Number(`${cell}e-2`));
}

function usFundsDaily(folder: string): DataSet {
  const source = readSource(folder, 'etf_daily_adjclose.csv');
  const dates = source.column('date');
  const names = source.names.slice(1);
  const encoded = encodeTable([
    { name: 'day', cells: dates.map(dayCell), differences: true },
    ...names.map((name) => ({ name, cells: source.column(name), differences: true })),
  ]);
  return dataSet('us-funds-daily', encoded, {
    name: 'usFundsDaily',
    title: 'Daily adjusted closes of 16 US exchange-traded funds',
    publisher: VENDORS,
    frequency: 'daily',
    series: names.length,
    span: spanOf(dates),
    units: 'fraction of one trading day, dividends reinvested, net of fund fees',
    vintage: `prices to ${dates[dates.length - 1]!}`,
    transformation: 'Returns are ratios of neighbouring adjusted closes less one; the first day is the base.',
    terms: FACTS,
  });
}

function fundFacts(folder: string): DataSet {
  const facts = fundFactsOf(readSource(folder, 'fund_facts.csv'));
  const dated = facts.flatMap(({ expenseRatio }) => expenseRatio?.asOf?.replace('>=', '') ?? []).sort();
  return dataSet('fund-facts', JSON.stringify(facts), {
    name: 'fundFacts',
    title: 'Names, indices or approaches, inception dates and expense ratios of the bundled funds',
    publisher: 'Fund companies and pages that quote them; each expense ratio names its own source',
    frequency: 'irregular',
    series: facts.length,
    span: spanOf(dated),
    units: 'expense ratio as a fraction of one year',
    vintage: 'by fund: expenseRatio.asOf',
    transformation: 'Percent divided by 100. What no source says is absent.',
    terms: 'Facts, each with its source; check with the fund company before relying on them.',
  });
}
