import { InputError } from '../../core/index.js';
import { ratio } from '../../stats/index.js';
import { coefficientCovariance } from './coefficient-covariance.js';
import type { ErrorRule } from './error-options.js';
import { type Estimate, estimateOf } from './estimate.js';
import { type JointTest, jointTest } from './joint-test.js';
import { dot, leastSquares, type RegressionColumn } from './least-squares.js';

/** The constant's name in messages. */
export const CONSTANT = 'the constant';

/** A regression on a constant and some columns. */
export interface Regression {
  readonly n: number;
  readonly df: number;
  readonly lags: number;
  readonly constant: Estimate;
  readonly slopes: readonly Estimate[];
  /** Of all slopes. */
  readonly joint: JointTest;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** √(Σu² / (n − k)). */
  readonly residualDeviation: number;
  readonly durbinWatson: number;
}

/**
 * Least squares on a constant and columns with the errors of a rule; `positions` are the periods of the rows, `df` the degrees of freedom
 * of Student's t: those of the residuals when absent.
 *
 * @throws InputError `regression.too-short` with no more rows than coefficients, `regression.collinear`, `option.range` with as many lags as rows.
 */
export function regress(
  where: string,
  y: Float64Array,
  columns: readonly RegressionColumn[],
  positions: ArrayLike<number>,
  rule: ErrorRule,
  df = y.length - columns.length - 1,
): Regression {
  const [n, size] = [y.length, columns.length + 1];
  if (n <= size) {
    throw new InputError(
      'regression.too-short',
      `${where}: ${n} periods for ${size} coefficients (the constant and ${columns.map(({ name }) => name).join(', ')}); there must be more periods ` +
        'than coefficients. Take a longer window or fewer of them.',
      { where, rows: n, coefficients: size },
    );
  }
  const fit = leastSquares(y, [{ name: CONSTANT, values: new Float64Array(n).fill(1) }, ...columns], where);
  const lags = rule.lags(n);
  assertLags(where, lags, n);
  const covariance = coefficientCovariance(fit, positions, { ...rule, lags });
  const tail = rule.distribution === 'normal' ? Infinity : df;
  const [constant, ...slopes] = Array.from(fit.coefficients, (coefficient, row) =>
    estimateOf(coefficient, covariance[row]![row]!, tail, rule.level),
  );
  const left = dot(fit.residuals, fit.residuals);
  const center = leastSquares(y, [{ name: CONSTANT, values: new Float64Array(n).fill(1) }], where).residuals;
  const total = dot(center, center);
  const rSquared = 1 - ratio(left, total);
  return {
    n,
    df,
    lags,
    constant: constant!,
    slopes,
    joint: jointTest(
      slopes.map(({ estimate }) => estimate),
      covariance.slice(1).map((row) => row.slice(1)),
      tail,
    ),
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - 1)) / (n - size),
    residualDeviation: Math.sqrt(left / (n - size)),
    durbinWatson: durbinWatson(fit.residuals, positions, left),
  };
}

/** Refuses lags over which no two rows are apart: with all of them the sum of the products is 0 whatever the residuals are. */
function assertLags(where: string, lags: number, rows: number): void {
  if (lags < rows) return;
  throw new InputError(
    'option.range',
    `${where}: residuals are to be correlated up to ${lags} periods apart ("lags"), but there are only ${rows} rows, which are less than that apart: the horizon is too ` +
      `long for them. Give fewer lags, a shorter horizon or a longer series.`,
    { where, option: 'lags', found: lags, rows },
  );
}

/** Σ(uₜ − uₜ₋₁)² / Σu², over neighbouring periods; NaN without residuals. */
function durbinWatson(residuals: Float64Array, positions: ArrayLike<number>, left: number): number {
  let sum = 0;
  for (let row = 1; row < residuals.length; row++) {
    const step = positions[row]! - positions[row - 1]!;
    if (step === 1) sum += (residuals[row]! - residuals[row - 1]!) ** 2;
  }
  return sum / left;
}
