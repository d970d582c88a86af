import { inPercent } from '../../core/index.js';
import { reachTooFar } from './coefficient-covariance.js';
import type { ErrorRule } from './error-options.js';

/** What was assumed for the standard errors, in sentences. */
export function errorWords(
  { errors, correction, distribution, level }: ErrorRule,
  lags: number,
  df: number,
  rows: number,
): string[] {
  const corrected = correction === 'none' || errors === 'ols' ? '' : ', times n/(n − k)';
  const from = distribution === 'normal' ? 'the normal distribution' : `Student's t with ${df} degrees of freedom`;
  const none =
    errors === 'hansenHodrick' && reachTooFar(lags, rows)
      ? `: the horizon is too long for ${rows} rows, and there are no such errors`
      : '';
  return [`${kinds[errors](lags)}${corrected}${none}.`, `p-values and ${inPercent(level)} intervals are from ${from}.`];
}

const periods = (lags: number): string => `${lags} ${lags === 1 ? 'period' : 'periods'}`;

const kinds: Readonly<Record<ErrorRule['errors'], (lags: number) => string>> = {
  ols: () => 'Standard errors suppose residuals of one variance without autocorrelation',
  white: () => 'Standard errors by White (HC0): variances may differ, residuals are not correlated over time',
  neweyWest: (lags) => `Standard errors by Newey–West: residuals may be correlated up to ${periods(lags)} apart`,
  hansenHodrick: (lags) =>
    `Standard errors by Hansen–Hodrick: residuals may be correlated up to ${periods(lags)} apart, with equal weights`,
};
