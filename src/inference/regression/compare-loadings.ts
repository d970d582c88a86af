import { assertKnownOptions, InputError } from '../../core/index.js';
import { assertReturnSeries, makeReturnSeries, pairWith, type ReturnSeries } from '../../panel/index.js';
import { longShortSpread } from '../../stats/index.js';
import { makeTable, numberCell, percentCell } from '../../table/index.js';
import { dependenceWarning } from '../doubt-words.js';
import { type Tabled, withTable } from '../with-table.js';
import { errorOptionNames } from './error-options.js';
import type { Estimate } from './estimate.js';
import { factorRegression, type FactorRegression, type FactorRegressionOptions } from './factor-regression.js';
import { pCell } from './factor-regression-table.js';
import { cashWords, factorRows, type Factors } from './factor-rows.js';
import { regressionWindow } from './regression-window.js';

/** The loadings of two funds over one window, and whether they differ. Prints itself. */
export interface LoadingsComparison<Factor extends string = string> extends Tabled {
  readonly a: FactorRegression<Factor>;
  readonly b: FactorRegression<Factor>;
  /** The regression of a − b: its loadings are the differences, its errors take account of what the two funds share. */
  readonly difference: FactorRegression<Factor>;
  readonly n: number;
  readonly independent: number;
  readonly level: number;
  readonly assumptions: readonly string[];
}

/**
 * Whether two funds load differently on factors: the regression of a − b on them, whose loadings are the differences, beside those of either fund.
 *
 * Two funds of one kind share most of their residuals, so the error of a difference is far smaller than the errors of the two loadings suggest:
 * whether two intervals overlap says nothing. `difference.jointTest` asks about all loadings at once: with five factors one of them
 * differs at 5 % more often than once in twenty. All three regressions are on the periods on which both funds and all factors have a return.
 *
 * @throws InputError those of `factorRegression`; `series.invalid` when one fund is an excess return and the other is not.
 * @see Fama, E. F. and French, K. R. (1993), Journal of Financial Economics 33(1); Wooldridge, J. M. (2013), Introductory Econometrics, 5th ed.,
 *   § 4.4 (testing a difference by re-parametrising).
 * @example
 * const { difference } = compareLoadings(usFunds().returns('AVUV'), usFunds().returns('IWM'), frenchFactors().five);
 * console.log(difference.loadings.HML.estimate.toFixed(2), difference.loadings.HML.p < 0.05); // 0.43 true
 */
export function compareLoadings<Factor extends string>(
  a: ReturnSeries,
  b: ReturnSeries,
  factors: Factors<Factor>,
  options: FactorRegressionOptions = {},
): LoadingsComparison<Factor> {
  const where = 'compareLoadings';
  assertReturnSeries(where, 'the first fund', a);
  assertReturnSeries(where, 'the second fund', b);
  assertKnownOptions(where, options, [...errorOptionNames, 'riskFree']);
  if ((a.meta.kind === 'excess') !== (b.meta.kind === 'excess')) {
    throw new InputError(
      'series.invalid',
      `${where}: "${a.name}" is of kind '${a.meta.kind}', "${b.name}" of kind '${b.meta.kind}': one of them holds cash, the other does not. ` +
        'Make excess returns of the former with excessReturns(series, riskFree).',
      { where, kinds: [a.meta.kind, b.meta.kind] },
    );
  }
  const { rows, gross, taken, series } = factorRows(where, beside(a, b, where), factors, options.riskFree);
  const first = onRows(a, rows);
  const second = beside(b, first, where);
  const regressions = [first, second, longShortSpread(first, second)].map((one) =>
    factorRegression(one, factors, options),
  );
  const [ofA, ofB, difference] = regressions as [
    FactorRegression<Factor>,
    FactorRegression<Factor>,
    FactorRegression<Factor>,
  ];
  const { n, independent, level } = difference;
  const words = regressionWindow(first, rows, [a, b, ...series.slice(1)], where);
  // The first of each list is the one fund that stood for both.
  const cash = cashWords(a.meta.kind === 'excess' ? gross : [a, b, ...gross.slice(1)], taken);
  const assumptions = [cash, ...difference.assumptions.slice(1)];
  const row = (term: string, pick: (one: FactorRegression<Factor>) => Estimate, cell: typeof numberCell): object => ({
    term,
    a: cell(pick(ofA).estimate),
    b: cell(pick(ofB).estimate),
    difference: cell(pick(difference).estimate),
    t: numberCell(pick(difference).t),
    p: pCell(pick(difference).p),
  });
  const table = makeTable({
    title: `${a.name} less ${b.name} on ${difference.factors.join(', ')}`,
    columns: [
      { key: 'term', label: '', align: 'left' },
      { key: 'a', label: a.name },
      { key: 'b', label: b.name },
      { key: 'difference', label: 'Difference' },
      { key: 't' },
      { key: 'p' },
    ],
    rows: [
      row('Alpha a year', (one) => one.alpha, percentCell),
      ...difference.factors.map((factor) => row(factor, (one) => one.loadings[factor], numberCell)),
    ] as Parameters<typeof makeTable>[0]['rows'],
    notes: [
      jointWords(difference),
      `${words.window}: n = ${n}, taken as independent.`,
      `Of the difference: R² ${numberCell(difference.rSquared).text}, Durbin–Watson ${numberCell(difference.durbinWatson).text}.`,
      ...assumptions,
      ...dependenceWarning('residuals', 1 - difference.durbinWatson / 2, n),
      ...words.marks,
    ],
  });
  return withTable({ a: ofA, b: ofB, difference, n, independent, level, assumptions }, table);
}

/** What the joint test says, in a sentence. */
function jointWords({ jointTest: { statistic, coefficients, p } }: FactorRegression): string {
  return `That all ${coefficients} loadings are the same: Wald's test ${numberCell(statistic).text}, p ${pCell(p).text}.`;
}

/** A series on the periods on which another has a return too. */
function beside(series: ReturnSeries, other: ReturnSeries, where: string): ReturnSeries {
  const theirs = pairWith(series, other, where);
  const values = series.values.map((value, row) => (Number.isNaN(theirs[row]!) ? NaN : value));
  return makeReturnSeries(series.name, series.calendar, values, series.meta);
}

/** A series on some of its rows: the ones on which the factors, and cash, have a return too. */
function onRows(series: ReturnSeries, rows: Int32Array): ReturnSeries {
  const values = new Float64Array(series.values.length).fill(NaN);
  for (const row of rows) values[row] = series.values[row]!;
  return makeReturnSeries(series.name, series.calendar, values, series.meta);
}
