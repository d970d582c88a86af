import { assertKnownOptions } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import type { IsoDate } from '../../time/index.js';
import { type Tabled, withTable } from '../with-table.js';
import { errorOptionNames, type ErrorOptions, errorRule, type RegressionErrors } from './error-options.js';
import { errorWords } from './error-words.js';
import { type Estimate, scaled } from './estimate.js';
import { factorRegressionTable } from './factor-regression-table.js';
import { type FactorRows, factorRows, type Factors } from './factor-rows.js';
import type { JointTest } from './joint-test.js';
import { type Regression, regress } from './regress.js';

/** Options of {@link factorRegression}. */
export interface FactorRegressionOptions extends ErrorOptions {
  /** Returns of cash, taken off the fund and off factors that are returns. Absent: those that the factor panel brings, if it does. */
  readonly riskFree?: ReturnSeries | undefined;
}

/** What a fund's returns owe to factors, and what is left. Prints itself. */
export interface FactorRegression<Factor extends string = string> extends Tabled {
  readonly name: string;
  readonly factors: readonly Factor[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Periods on which all have a return. */
  readonly n: number;
  /** As many, taken as independent: periods do not overlap, and autocorrelation is left to the standard errors (`notes` warn of it). */
  readonly independent: number;
  /** The return that the factors do not explain, per year: periods per year × alphaPerPeriod. Fractions. */
  readonly alpha: Estimate;
  readonly alphaPerPeriod: Estimate;
  readonly loadings: Readonly<Record<Factor, Estimate>>;
  /** Whether all loadings together differ from 0. */
  readonly jointTest: JointTest;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** √(Σu² / (n − k)) × √P: how much the fund varies for other reasons, per year. */
  readonly residualVolatility: number;
  /** Near 2 without autocorrelation of the residuals, towards 0 with a positive one. */
  readonly durbinWatson: number;
  readonly errors: RegressionErrors;
  readonly lags: number;
  readonly degreesOfFreedom: number;
  readonly level: number;
  readonly assumptions: readonly string[];
}

/**
 * How much of a fund's return factors explain, and what is left: eₜ = α + Σ βₖ Fₖₜ + uₜ by least squares, with errors that bear autocorrelation.
 *
 * e is the fund's return less cash. Factors of kind 'excess' (SMB, HML, a spread) are used as they are; factors that are returns have cash taken
 * off too. Cash comes with a panel of factors such as `frenchFactors().five`, or is given. Only the periods on which all have a return
 * count; the result names them and the series that limits them. Returns are fractions in this library: percents have become fractions on reading.
 *
 * Loadings are pure numbers; alpha is a fraction, per period and times the periods of a year. Standard errors are Newey–West's unless `errors` says otherwise.
 * `jointTest` is Wald's test with the same errors that all loadings are 0: of a difference of two funds (`compareLoadings`), that they load alike.
 *
 * *Undefined (NaN):* t, p and intervals where nothing is left unexplained (a fund regressed on itself, a constant one); R² of returns that do not vary; a Hansen–Hodrick error whose variance
 * comes out negative, or whose lags reach over half of the rows.
 *
 * @param factors a panel of factors, one series, or a list of both. The loadings are typed by the panels' names; with series among panels
 *   write `factorRegression<string>(…)` and read `loadings['name']`.
 * @throws InputError `series.invalid`, `calendar.mismatch`, `panel.name`, `panel.empty-window`, `regression.too-short`, `regression.collinear` (a factor
 *   that the others make up, by name), `option.missing` (cash, or the lags of Hansen–Hodrick), `option.range`, `option.type`, `option.unknown`.
 * @see Fama, E. F. and French, K. R. (1993), Journal of Financial Economics 33(1) and (2015), 116(1); Newey, W. K. and West, K. D. (1987),
 *   Econometrica 55(3), 703–708 and (1994), Review of Economic Studies 61(4), 631–653 (lags).
 * @example
 * const { alpha, loadings, n } = factorRegression(usFunds().returns('AVUV'), frenchFactors().five);
 * console.log(n, loadings.SMB.estimate.toFixed(2), loadings.RMW.estimate.toFixed(2), alpha.p > 0.05); // 75 0.89 0.28 true
 */
export function factorRegression<Factor extends string>(
  fund: ReturnSeries,
  factors: Factors<Factor>,
  options: FactorRegressionOptions = {},
): FactorRegression<Factor> {
  const where = 'factorRegression';
  assertKnownOptions(where, options, [...errorOptionNames, 'riskFree']);
  const rule = errorRule(where, options);
  const rows = factorRows(where, fund, factors, options.riskFree);
  const columns = rows.names.map((name, index) => ({ name, values: rows.columns[index]! }));
  const regression = regress(where, rows.y, columns, rows.rows, rule);
  const figures = factorFigures<Factor>(fund, rows, regression);
  const words = {
    errors: rule.errors,
    level: rule.level,
    assumptions: [
      rows.cash,
      'Loadings are the same all the time.',
      ...errorWords(rule, regression.lags, regression.df, regression.n),
    ],
  };
  const shown = { ...figures, ...words };
  return withTable(shown, factorRegressionTable(shown, rows));
}

/** What a regression says, in the units of the fund's calendar. */
function factorFigures<Factor extends string>(
  { name, calendar }: ReturnSeries,
  { names, from, to }: FactorRows,
  { constant, slopes, joint, residualDeviation, lags, df, ...fit }: Regression,
): Omit<FactorRegression<Factor>, 'table' | 'notes' | 'errors' | 'level' | 'assumptions'> {
  return {
    name,
    factors: names as readonly Factor[],
    from,
    to,
    n: fit.n,
    independent: fit.n,
    alpha: scaled(constant, calendar.periodsPerYear),
    alphaPerPeriod: constant,
    loadings: Object.fromEntries(names.map((factor, index) => [factor, slopes[index]!])) as Record<Factor, Estimate>,
    jointTest: joint,
    rSquared: fit.rSquared,
    adjustedRSquared: fit.adjustedRSquared,
    residualVolatility: residualDeviation * Math.sqrt(calendar.periodsPerYear),
    durbinWatson: fit.durbinWatson,
    lags,
    degreesOfFreedom: df,
  };
}
