import { assertKnownOptions, assertNumber, assertObject } from '../../core/index.js';
import { assertReturnSeries, type ReturnSeries } from '../../panel/index.js';
import { countApart } from '../../stats/index.js';
import type { IsoDate } from '../../time/index.js';
import { type ErrorOptions, errorRule } from '../regression/error-options.js';
import { errorWords } from '../regression/error-words.js';
import type { Estimate } from '../regression/estimate.js';
import { lagOne } from '../lag-one.js';
import { regress } from '../regression/regress.js';
import { type Tabled, withTable } from '../with-table.js';
import { forwardNotes } from './forward-notes.js';
import { forwardRows } from './forward-rows.js';
import { forwardTable } from './forward-table.js';
import { type Predictor, predictorRows } from './predictor-rows.js';

/** Options of {@link forwardReturnRegression}. */
export interface ForwardReturnRegressionOptions extends Pick<ErrorOptions, 'correction' | 'distribution' | 'level'> {
  /** How many periods ahead the return reaches. */
  readonly horizon: number;
  /** How many periods apart residuals may be correlated: horizon − 1, which the overlap alone makes, when absent, or more. */
  readonly lags?: number | undefined;
}

/** Whether a figure known at the time forecast the return that followed. Prints itself. */
export interface ForwardReturnRegression extends Tabled {
  readonly name: string;
  readonly predictor: string;
  readonly horizon: number;
  /** The close of the first forecast, and the end of the last return. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Forward returns, one from every period on: they overlap. */
  readonly n: number;
  /** Forward returns without a common period, about n / horizon: how many cases there are. */
  readonly independent: number;
  readonly intercept: Estimate;
  /** Return over the horizon for one unit of the predictor; errors by Newey–West. */
  readonly slope: Estimate;
  /** The same slope with errors by Hansen–Hodrick. */
  readonly slopeByHansenHodrick: Estimate;
  readonly rSquared: number;
  readonly lags: number;
  /** First-order autocorrelation of the predictor, per period. */
  readonly predictorAutocorrelation: number;
  readonly level: number;
  readonly assumptions: readonly string[];
}

/**
 * Whether a figure forecasts returns over a long horizon: regression of the return over the next h periods on what was known before them, from every period on.
 *
 * Π(1 + r) − 1 over t + 1 … t + h = a + b xₜ + u, x joined by the day on which it was known. Neighbouring forward returns share h − 1 periods, so plain errors are
 * far too small: Newey–West and Hansen–Hodrick errors with h − 1 lags stand side by side. Neither makes few cases many: `independent` counts the forward
 * returns that share none, and Student's t has two degrees of freedom less than that. A predictor that moves slowly biases the slope away from 0 besides (`notes`).
 *
 * *Undefined (NaN):* a Hansen–Hodrick error whose variance comes out negative, or whose lags reach over half of the rows; t, p-values and intervals of under three independent returns; R² of returns that do not vary.
 *
 * @param predictor observations with `knownOn`, a bundled series such as `valueSpread().smallOverBig`, a signal, or figures by date such as `rolling` gives.
 * @throws InputError `series.invalid`, `observation.invalid`, `observation.order`, `regression.too-short`, `regression.collinear` (a predictor that does not
 *   vary), `option.missing`, `option.type`, `option.range` (also a horizon longer than there are forward returns), `option.unknown`.
 * @see Hansen, L. P. and Hodrick, R. J. (1980), Journal of Political Economy 88(5), 829–853; Stambaugh, R. F. (1999), "Predictive Regressions", Journal of Financial
 *   Economics 54(3), 375–421; Boudoukh, J., Richardson, M. and Whitelaw, R. F. (2008), "The Myth of Long-Horizon Predictability", Review of Financial Studies 21(4).
 * @example
 * const spread = longShortSpread(usFunds().returns('IWM'), usFunds().returns('SPY'));
 * const { n, independent } = forwardReturnRegression(spread, usPolicyRate(), { horizon: 60 });
 * console.log(n, independent); // 255 5
 */
export function forwardReturnRegression(
  series: ReturnSeries,
  predictor: Predictor,
  options: ForwardReturnRegressionOptions,
): ForwardReturnRegression {
  const where = 'forwardReturnRegression';
  assertReturnSeries(where, 'the series', series);
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, given, ['horizon', 'lags', 'correction', 'distribution', 'level']);
  const { horizon, ...rest } = options;
  assertNumber(where, 'horizon', horizon, { min: 1, integer: true });
  const { lags = horizon - 1 } = rest;
  assertNumber(where, 'lags', lags, { min: horizon - 1, integer: true });
  const rule = errorRule(where, { ...rest, lags, errors: 'neweyWest' });
  const known = predictorRows(series, predictor);
  const { y, x, rows } = forwardRows(series, known.values, horizon);
  const columns = [{ name: known.name, values: x }];
  const independent = countApart(Array.from(rows, (row) => ({ first: row + 1, last: row + horizon })));
  const main = regress(where, y, columns, rows, rule, independent - 2);
  const equal = regress(where, y, columns, rows, { ...rule, errors: 'hansenHodrick' }, independent - 2);
  const predictorAutocorrelation = lagOne(x, rows);
  const shownAs = independent < FEWEST_APART ? withoutInference : (one: Estimate): Estimate => one;
  const shown = {
    name: series.name,
    predictor: known.name,
    horizon,
    from: series.calendar.date(rows[0]!),
    to: series.calendar.date(rows.at(-1)! + horizon),
    n: main.n,
    independent,
    intercept: shownAs(main.constant),
    slope: shownAs(main.slopes[0]!),
    slopeByHansenHodrick: shownAs(equal.slopes[0]!),
    rSquared: main.rSquared,
    lags,
    predictorAutocorrelation,
    level: rule.level,
    assumptions:
      independent < FEWEST_APART
        ? [`No inference under ${FEWEST_APART} independent returns: there is no t, no p and no interval.`]
        : errorWords(rule, lags, main.df, main.n),
  };
  return withTable(shown, forwardTable(shown, forwardNotes(shown, series, known.usesHindsight)));
}

/** Under so many returns that share no period there is nothing to infer from: Student's t would have no degrees of freedom. */
const FEWEST_APART = 3;

const withoutInference = ({ estimate, standardError }: Estimate): Estimate => ({
  estimate,
  standardError,
  ...{ t: NaN, p: NaN, low: NaN, high: NaN },
});
