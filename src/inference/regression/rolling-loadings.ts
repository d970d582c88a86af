import { assertKnownOptions, isInputError, type ReadonlyFloat64Array } from '../../core/index.js';
import { lived, makeReturnSeries, type ReturnSeries } from '../../panel/index.js';
import {
  countApart,
  type DatedValues,
  lengthInWords,
  makeDatedValues,
  ratio,
  windowLength,
  type WindowLength,
  windowStarts,
} from '../../stats/index.js';
import { makeTable, numberCell, percentCell, type Table } from '../../table/index.js';
import type { IsoDate } from '../../time/index.js';
import { type Tabled, type Untabled, withTable } from '../with-table.js';
import { factorRows, type Factors } from './factor-rows.js';
import { CONSTANT } from './regress.js';
import { dot, leastSquares, type RegressionColumn } from './least-squares.js';

/** Options of {@link rollingLoadings}: one length of window, and cash. */
export interface RollingLoadingsOptions extends WindowLength {
  /** As in `factorRegression`. */
  readonly riskFree?: ReturnSeries | undefined;
}

/** Loadings over a moving window. Prints their span; each is a list of dated values for a chart. */
export interface RollingLoadings<Factor extends string = string> extends Tabled {
  readonly name: string;
  readonly factors: readonly Factor[];
  /** Ends of the windows. */
  readonly dates: readonly IsoDate[];
  /** Per year, fractions. */
  readonly alpha: DatedValues;
  readonly loadings: Readonly<Record<Factor, DatedValues>>;
  readonly rSquared: DatedValues;
  /** Windows. */
  readonly n: number;
  /** Windows without a common period. */
  readonly independent: number;
  readonly assumptions: readonly string[];
}

/**
 * How a fund's loadings moved: `factorRegression` over a moving window, one on every period with which a whole window ends.
 *
 * Neighbouring windows share all periods but one; the values wander even where the true loadings stand still. `independent` counts the windows
 * that share none.
 *
 * *Undefined (NaN):* windows with too few returns for the coefficients; windows in which the factors make each other up.
 *
 * @param options the window as `{ years }`, `{ months }` or `{ periods }`, and `riskFree` as in `factorRegression`.
 * @throws InputError those of `factorRegression`, and `option.missing` without a length.
 * @see Zivot, E. and Wang, J. (2006), Modeling Financial Time Series with S-PLUS, 2nd ed., § 9.3 (rolling regression).
 * @example
 * const { loadings, n, independent } = rollingLoadings(usFunds().returns('IWM'), frenchFactors().five, { years: 3 });
 * console.log(n, independent, Math.min(...loadings.SMB.values) > 0.5); // 272 8 true
 */
export function rollingLoadings<Factor extends string>(
  fund: ReturnSeries,
  factors: Factors<Factor>,
  options: RollingLoadingsOptions,
): RollingLoadings<Factor> {
  const where = 'rollingLoadings';
  assertKnownOptions(where, options, ['periods', 'months', 'years', 'riskFree']);
  const { riskFree, ...window } = options;
  const length = windowLength(where, window);
  const rows = factorRows(where, fund, factors, riskFree);
  const { names, y, columns } = rows;
  const life = keptLife(fund, rows.rows);
  const windows = Array.from(windowStarts(life, length, where), (first, last) => ({ first, last })).filter(
    ({ first }) => first >= 0,
  );
  const before = keptBefore(life);
  const fits = windows.map(({ first, last }) => {
    const part = (column: Float64Array): Float64Array => column.slice(before[first], before[last + 1]);
    return fitOf(
      where,
      part(y),
      names.map((name, index) => ({ name, values: part(columns[index]!) })),
    );
  });
  const dates = windows.map(({ last }) => life.calendar.date(last));
  const independent = countApart(windows);
  const words = `last ${lengthInWords(length)}`;
  const apart = `Windows overlap: ${independent} of ${windows.length} have no period in common.`;
  const dated = (what: string, pick: (fit: WindowFit) => number): DatedValues =>
    makeDatedValues(`${fund.name}: ${what}, ${words}`, () => [...dates], Float64Array.from(fits, pick), [
      apart,
      ...rows.marks,
    ]);
  const shown = {
    name: fund.name,
    factors: names as readonly Factor[],
    dates,
    alpha: dated('alpha a year', (fit) => fit.coefficients[0]! * fund.calendar.periodsPerYear),
    loadings: Object.fromEntries(
      names.map((name, index) => [name, dated(`loading on ${name}`, (fit) => fit.coefficients[index + 1]!)]),
    ) as Record<Factor, DatedValues>,
    rSquared: dated('R²', (fit) => fit.rSquared),
    n: windows.length,
    independent,
    assumptions: [rows.cash, 'Loadings are the same all through a window.'],
  };
  return withTable(shown, tableOf(shown, words, [rows.window, apart, ...shown.assumptions, ...rows.marks]));
}

/** The fund over the time in which all have returns; NaN where one of them has none. */
function keptLife(fund: ReturnSeries, rows: Int32Array): ReturnSeries {
  const values = new Float64Array(fund.values.length).fill(NaN);
  for (const row of rows) values[row] = fund.values[row]!;
  return lived(makeReturnSeries(fund.name, fund.calendar, values, fund.meta));
}

/** How many rows with a return lie before each row; one entry more than rows. */
function keptBefore({ values }: ReturnSeries): Int32Array {
  const before = new Int32Array(values.length + 1);
  for (let row = 0; row < values.length; row++) before[row + 1] = before[row]! + (Number.isNaN(values[row]!) ? 0 : 1);
  return before;
}

interface WindowFit {
  readonly coefficients: Float64Array;
  readonly rSquared: number;
}

/** The fit of one window; NaN where it has none. */
function fitOf(where: string, y: Float64Array, columns: readonly RegressionColumn[]): WindowFit {
  const nothing = { coefficients: new Float64Array(columns.length + 1).fill(NaN), rSquared: NaN };
  if (y.length <= columns.length + 1) return nothing;
  const constant = { name: CONSTANT, values: new Float64Array(y.length).fill(1) };
  try {
    const { coefficients, residuals } = leastSquares(y, [constant, ...columns], where);
    const around = leastSquares(y, [constant], where).residuals;
    return { coefficients, rSquared: 1 - ratio(dot(residuals, residuals), dot(around, around)) };
  } catch (error) {
    if (isInputError(error, 'regression.collinear')) return nothing;
    throw error;
  }
}

function tableOf(
  { name, factors, alpha, loadings, rSquared }: Untabled<RollingLoadings>,
  words: string,
  notes: readonly string[],
): Table {
  const row = (
    term: string,
    { values }: DatedValues,
    cell: typeof numberCell,
  ): Parameters<typeof makeTable>[0]['rows'][0] => ({
    term,
    low: cell(extreme(values, Math.min)),
    high: cell(extreme(values, Math.max)),
    last: cell(values[values.length - 1] ?? NaN),
  });
  return makeTable({
    title: `${name} on ${factors.join(', ')}, ${words}`,
    columns: [
      { key: 'term', label: '', align: 'left' },
      { key: 'low', label: 'Lowest' },
      { key: 'high', label: 'Highest' },
      { key: 'last', label: 'Last' },
    ],
    rows: [
      row('Alpha a year', alpha, percentCell),
      ...factors.map((factor) => row(factor, loadings[factor]!, numberCell)),
      row('R²', rSquared, numberCell),
    ],
    notes,
  });
}

/** The least or greatest of the values that there are; NaN of none. */
const extreme = (values: ReadonlyFloat64Array, better: (a: number, b: number) => number): number =>
  values.reduce((best, value) => (Number.isNaN(value) ? best : Number.isNaN(best) ? value : better(best, value)), NaN);
