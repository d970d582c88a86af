import { assertNumber, assertOneOf, InputError } from '../../core/index.js';
import { assertLevel } from '../assert-level.js';

/** How the standard errors of a regression are computed. */
export type RegressionErrors = 'ols' | 'white' | 'neweyWest' | 'hansenHodrick';

/** Options of how precise coefficients are said to be. */
export interface ErrorOptions {
  /**
   * 'ols': one variance, no autocorrelation; 'white': variances may differ (HC0); 'neweyWest': and neighbouring residuals may be correlated,
   * with Bartlett weights; 'hansenHodrick': the same with equal weights, for overlapping returns. 'neweyWest' when absent.
   */
  readonly errors?: RegressionErrors | undefined;
  /** How many rows apart residuals may be correlated. 'neweyWest' has ⌊4 (n/100)^(2/9)⌋ when absent; 'hansenHodrick' has no default. */
  readonly lags?: number | undefined;
  /** 'degreesOfFreedom' multiplies robust variances by n/(n − k), as Stata does; 'none', as R's sandwich does, when absent. */
  readonly correction?: 'none' | 'degreesOfFreedom' | undefined;
  /** What p-values and intervals are taken from: Student's t with n − k degrees of freedom when absent, or the normal distribution. */
  readonly distribution?: 'student' | 'normal' | undefined;
  /** The level of the intervals; 0.95 when absent. */
  readonly level?: number | undefined;
}

/** The names of {@link ErrorOptions}. */
export const errorOptionNames = ['errors', 'lags', 'correction', 'distribution', 'level'] as const;

/** Checked {@link ErrorOptions}; the lags are known once the number of rows is. */
export interface ErrorRule {
  readonly errors: RegressionErrors;
  readonly lags: (rows: number) => number;
  readonly correction: 'none' | 'degreesOfFreedom';
  readonly distribution: 'student' | 'normal';
  readonly level: number;
}

/** Checks how errors are to be computed. */
export function errorRule(where: string, options: ErrorOptions): ErrorRule {
  const { errors = 'neweyWest', lags, correction = 'none', distribution = 'student', level = 0.95 } = options;
  assertOneOf(where, 'errors', errors, ['ols', 'white', 'neweyWest', 'hansenHodrick']);
  assertOneOf(where, 'correction', correction, ['none', 'degreesOfFreedom']);
  assertOneOf(where, 'distribution', distribution, ['student', 'normal']);
  assertLevel(where, level);
  if (lags !== undefined) assertNumber(where, 'lags', lags, { min: 0, integer: true });
  if (errors === 'hansenHodrick' && lags === undefined) {
    throw new InputError(
      'option.missing',
      `${where}: errors 'hansenHodrick' need "lags": the horizon of the overlapping returns less 1, such as 11 for yearly returns of every month.`,
      { where, option: 'lags' },
    );
  }
  if ((errors === 'ols' || errors === 'white') && lags !== undefined && lags !== 0) {
    throw new InputError(
      'option.range',
      `${where}: "lags" is ${lags}, but errors '${errors}' take no autocorrelation into account. Leave it out, or use errors 'neweyWest'.`,
      { where, option: 'lags', found: lags },
    );
  }
  return { errors, lags: lagsOf(errors, lags), correction, distribution, level };
}

function lagsOf(errors: RegressionErrors, lags: number | undefined): (rows: number) => number {
  if (errors === 'ols' || errors === 'white') return () => 0;
  return lags === undefined ? automaticLags : () => lags;
}

/** ⌊4 (n/100)^(2/9)⌋, the rule of thumb of Newey and West (1994). */
export function automaticLags(rows: number): number {
  return Math.floor(4 * (rows / 100) ** (2 / 9));
}
