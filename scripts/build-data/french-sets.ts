import { dataSet, type DataSet } from './data-set.js';
import { type ColumnPlan, encodeTable } from './encode-table.js';
import { monthColumn, spanOf } from './months.js';
import { readSource } from './read-source.js';

const LIBRARY = 'Kenneth R. French Data Library';
const TERMS =
  'Copyright Eugene F. Fama and Kenneth R. French. For research; cite the library and the vintage. Other vintages differ.';
const PERCENT = 'Percent of the file divided by 100; missing marks (−99.99, −999) are missing.';

/** What is said of a file of monthly figures. */
interface FrenchFile {
  readonly module: string;
  readonly file: string;
  readonly name: string;
  readonly part?: string;
  readonly title: string;
  readonly vintage: string;
  readonly transformation?: string;
  /** Columns that stay out. */
  readonly without?: readonly string[];
}

const FILES: readonly FrenchFile[] = [
  {
    module: 'french-three-factors',
    file: 'ff3_monthly_v202512.csv',
    name: 'frenchFactors',
    part: 'three and riskFree',
    title: 'Fama/French 3 factors and one-month Treasury bill return, monthly',
    vintage: 'CRSP 202512',
  },
  {
    module: 'french-five-factors',
    file: 'ff5_monthly_v202512.csv',
    name: 'frenchFactors',
    part: 'five',
    title: 'Fama/French 5 factors (2×3), monthly',
    vintage: 'CRSP 202512',
    transformation: `${PERCENT} The bill return is that of the 3-factor file and is left out.`,
    without: ['RF'],
  },
  {
    module: 'french-momentum',
    file: 'mom_monthly_v202410.csv',
    name: 'frenchFactors',
    part: 'momentum',
    title: 'Momentum factor (Mom), monthly',
    vintage: 'CRSP 202410',
  },
  {
    module: 'french-size',
    file: 'size_sorts_vw_v202602.csv',
    name: 'frenchSize',
    title: 'Portfolios formed on size, value-weighted, monthly',
    vintage: 'CRSP 202602',
    transformation: `${PERCENT} The column "<=0" is not a portfolio of small firms and is left out.`,
    without: ['<=0'],
  },
  {
    module: 'french-size-value',
    file: 'p25_me_bm_vw_v202602.csv',
    name: 'frenchSizeValue',
    title: '25 portfolios formed on size and book-to-market (5×5), value-weighted, monthly',
    vintage: 'CRSP 202602',
  },
  {
    module: 'french-size-profitability',
    file: 'p25_me_op_vw_v202602.csv',
    name: 'frenchSizeProfitability',
    title: '25 portfolios formed on size and operating profitability (5×5), value-weighted, monthly',
    vintage: 'CRSP 202602',
  },
  {
    module: 'french-industries',
    file: 'ind49_vw_v202602.csv',
    name: 'frenchIndustries',
    title: '49 industry portfolios, value-weighted, monthly',
    vintage: 'CRSP 202602',
  },
];

/** The factors and portfolios of Kenneth French's library. */
export function frenchSets(folder: string): DataSet[] {
  return [...FILES.map((file) => returnSet(folder, file)), sizeValueProfitability(folder)];
}

function returnSet(folder: string, plan: FrenchFile): DataSet {
  const source = readSource(folder, plan.file);
  const month = monthColumn(source);
  const names = source.names.slice(1).filter((name) => !(plan.without ?? []).includes(name));
  const encoded = encodeTable([month, ...names.map((name) => ({ name, cells: source.column(name) }))]);
  return dataSet(plan.module, encoded, {
    name: plan.name,
    ...(plan.part === undefined ? {} : { part: plan.part }),
    title: plan.title,
    publisher: LIBRARY,
    frequency: 'monthly',
    series: names.length,
    span: spanOf(month.labels),
    units: 'fraction of one month',
    vintage: plan.vintage,
    transformation: plan.transformation ?? PERCENT,
    terms: TERMS,
  });
}

function sizeValueProfitability(folder: string): DataSet {
  const returns = readSource(folder, 'p32_me_bm_op_vw_v202512.csv');
  const month = monthColumn(returns);
  const names = returns.names.slice(1);
  const facts = (file: string, prefix: string): ColumnPlan[] => {
    const source = readSource(folder, file);
    if (monthColumn(source).cells.join() !== month.cells.join()) throw new Error(`${file}: other months.`);
    return names.map((name) => ({ name: `${prefix} ${name}`, cells: source.column(name), differences: true }));
  };
  const encoded = encodeTable([
    month,
    ...names.map((name) => ({ name, cells: returns.column(name) })),
    ...facts('p32_me_bm_op_nfirms_v202512.csv', 'firms'),
    ...facts('p32_me_bm_op_avgme_v202512.csv', 'size'),
  ]);
  return dataSet('french-size-value-profitability', encoded, {
    name: 'frenchSizeValueProfitability',
    title:
      '32 portfolios formed on size, book-to-market and operating profitability (2×4×4), value-weighted, monthly, with firms and average size',
    publisher: LIBRARY,
    frequency: 'monthly',
    series: names.length,
    span: spanOf(month.labels),
    units: 'fraction of one month; marketCap in $ million; firms as a count; ranks 1 to 2 and 1 to 4',
    vintage: 'CRSP 202512',
    transformation: `${PERCENT} marketCap = firms × average size. Firms and sizes describe the beginning of their month and are known on the last day of the month before.`,
    terms: TERMS,
  });
}
