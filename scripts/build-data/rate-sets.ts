import { dataSet, type DataSet } from './data-set.js';
import { encodeTable } from './encode-table.js';
import { dayCell, firstDay, monthColumn, monthOf, spanOf } from './months.js';
import { readSource } from './read-source.js';

const FED = 'Federal Reserve Board, by way of FRED (Federal Reserve Bank of St. Louis)';
const PUBLIC = 'Public domain.';

/** Decision days of the source that are a day early, with the day on which the change was decided and announced. */
const DECIDED: Readonly<Record<string, string>> = { '2015-12-15': '2015-12-16', '2016-12-13': '2016-12-14' };

/**
 * Every first decrease of the discount rate of the Federal Reserve Bank of New York after an increase, 1954 to 1981: the day on which it
 * took effect, percent before and after. The record of changes agrees with the days that the monthly averages (INTDSRUSM193N) imply.
 */
const DISCOUNT_RATE_FIRST_CUTS = [
  ['1954-02-05', '2.00', '1.75'],
  ['1957-11-15', '3.50', '3.00'],
  ['1960-06-10', '4.00', '3.50'],
  ['1967-04-07', '4.50', '4.00'],
  ['1968-08-30', '5.50', '5.25'],
  ['1970-11-13', '6.00', '5.75'],
  ['1971-11-19', '5.00', '4.75'],
  ['1974-12-09', '8.00', '7.75'],
  ['1980-05-30', '13.00', '12.00'],
  ['1981-11-02', '14.00', '13.00'],
] as const;

/** Interest rates: the target, first cuts of the discount rate, the effective rate and the Treasury bill. */
export function rateSets(folder: string): DataSet[] {
  return [usPolicyRate(folder), usDiscountRateFirstCuts(), usEffectiveRate(folder), usTreasuryBill(folder)];
}

function usPolicyRate(folder: string): DataSet {
  const source = readSource(folder, 'fed_target_changes.csv');
  const dates = source.column('decision_date').map((date) => DECIDED[date] ?? date);
  const [effective, announced] = [source.column('effective_date'), source.column('publicly_announced')];
  const [before, after] = [source.column('target_before'), source.column('target_after')];
  dates.forEach((date, row) => {
    if (date > effective[row]!) throw new Error(`Policy rate: decided on ${date}, effective on ${effective[row]!}.`);
    if (row > 0 && date <= dates[row - 1]!) throw new Error(`Policy rate: ${date} is out of order.`);
    if (row > 0 && Number(before[row]) !== Number(after[row - 1])) throw new Error(`Policy rate: break at ${date}.`);
    if ((announced[row] === 'y') !== date >= '1994-02') throw new Error(`Policy rate: ${date} is announced or not?`);
  });
  const encoded = encodeTable([
    { name: 'day', cells: dates.map(dayCell), differences: true },
    { name: 'target', cells: after, differences: true },
  ]);
  return dataSet('us-policy-rate', encoded, {
    name: 'usPolicyRate',
    title: 'Federal funds target rate: every change (DFEDTAR; from 2008-12-16 the upper limit of the range, DFEDTARU)',
    publisher: FED,
    frequency: 'irregular',
    series: 1,
    span: spanOf(dates),
    units: 'annual fraction',
    vintage: `changes to ${dates[dates.length - 1]!}`,
    transformation:
      'Percent divided by 100. Dated by the day of the decision, not by the day on which it took effect. From 1994-02 on a decision was announced on its day; before, moves were not announced, and knownOn is 7 days after the decision.',
    corrections: Object.entries(DECIDED).map(
      ([found, decided]) =>
        `The table of changes dated one decision ${found}; the committee decided and announced it on ${decided}. From 2017 on the daily series moves a day after the announcement, but this change it dates by the announcement, so taking a day off would let a backtest know it a day early.`,
    ),
    terms: PUBLIC,
  });
}

function usDiscountRateFirstCuts(): DataSet {
  const dates = DISCOUNT_RATE_FIRST_CUTS.map(([date]) => date);
  const encoded = encodeTable([
    { name: 'day', cells: dates.map(dayCell), differences: true },
    { name: 'from', cells: DISCOUNT_RATE_FIRST_CUTS.map(([, from]) => from) },
    { name: 'to', cells: DISCOUNT_RATE_FIRST_CUTS.map(([, , to]) => to) },
  ]);
  return dataSet('us-discount-rate-first-cuts', encoded, {
    name: 'usDiscountRateFirstCuts',
    title:
      'First cuts of the discount rate after an increase, in the years before a target for the funds rate is on record',
    publisher: FED,
    frequency: 'irregular',
    series: 1,
    span: spanOf(dates),
    units: 'annual fraction',
    vintage: 'complete; entered by hand',
    transformation:
      'Percent divided by 100. Only the first decrease after an increase is kept, a rule that each day decides by itself. Dated by the day on which it took effect, when it was known: changes were announced on that day or the day before. Days from the monthly averages of INTDSRUSM193N (the share of the month at each rate), which agree with the record of changes.',
    terms: PUBLIC,
  });
}

function usEffectiveRate(folder: string): DataSet {
  const source = readSource(folder, 'fedfunds_monthly_average.csv');
  const month = monthColumn(source);
  const encoded = encodeTable([month, { name: 'rate', cells: source.column('FEDFUNDS'), differences: true }]);
  return dataSet('us-effective-rate', encoded, {
    name: 'usEffectiveRate',
    title: 'Effective federal funds rate, monthly average (FEDFUNDS)',
    publisher: FED,
    frequency: 'monthly',
    series: 1,
    span: spanOf(month.labels),
    units: 'annual fraction',
    vintage: `to ${spanOf(month.labels).to}`,
    transformation: 'Percent divided by 100. The average of a month is known on the first day of the next.',
    terms: PUBLIC,
  });
}

function usTreasuryBill(folder: string): DataSet {
  const factors = readSource(folder, 'ff3_monthly_v202512.csv');
  const funds = readSource(folder, 'etf_monthly_total_return.csv');
  const [bills, fundMonths] = [monthColumn(factors), monthColumn(funds)];
  const { to: last } = spanOf(bills.labels);
  const later = fundMonths.labels.filter((label) => firstDay(label) > firstDay(last));
  const labels = [...bills.labels, ...later];
  const fund = later.map((label) => funds.column('BIL')[fundMonths.labels.indexOf(label)]!);
  const encoded = encodeTable([
    { name: 'month', cells: labels.map((label) => String(monthOf(label))), differences: true },
    { name: 'RF', cells: [...factors.column('RF'), ...later.map(() => '')] },
    { name: 'BIL', cells: [...factors.column('RF').map(() => ''), ...fund] },
  ]);
  return dataSet('us-treasury-bill', encoded, {
    name: 'usTreasuryBill',
    title: `US Treasury bill: one-month bill return (RF of the 3-factor file) to ${last}, total return of the fund BIL after`,
    publisher: 'Kenneth R. French Data Library; fund price vendors (adjusted closes)',
    frequency: 'monthly',
    series: 1,
    span: spanOf(labels),
    units: 'fraction of one month',
    vintage: 'CRSP 202512; prices to 2026-07-31',
    transformation: `RF: percent divided by 100. From ${later[0]!} on the month's total return of BIL, which is net of its expense ratio.`,
    terms:
      'RF: copyright Eugene F. Fama and Kenneth R. French, for research, cite. BIL: facts computed from adjusted closing prices.',
  });
}
