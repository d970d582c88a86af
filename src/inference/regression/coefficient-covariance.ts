import { dot, type LeastSquares } from './least-squares.js';

/** How a covariance is to be computed. */
export interface CovarianceRule {
  readonly errors: 'ols' | 'white' | 'neweyWest' | 'hansenHodrick';
  readonly lags: number;
  readonly correction: 'none' | 'degreesOfFreedom';
}

/**
 * The covariance of least-squares coefficients. 'ols': s² (X'X)⁻¹ with divisor n − k. The others: (X'X)⁻¹ S (X'X)⁻¹ with
 * S = Γ₀ + Σ wₗ (Γₗ + Γₗ'), Γₗ = Σ uₜ uₜ₋ₗ xₜ xₜ₋ₗ', and wₗ = 1 − l/(L + 1) (Newey–West), 1 (Hansen–Hodrick), none (White).
 *
 * Lags count periods, not rows of the sample: `positions` says in which period each row lies, and across a missing one nothing is paired
 * that was no neighbour. Hansen–Hodrick variances can come out negative, and are NaN then, as they are where 2 × lags ≥ rows.
 *
 * @see Newey, W. K. and West, K. D. (1987), Econometrica 55(3), 703–708; White, H. (1980), Econometrica 48(4); Hansen, L. P. and Hodrick, R. J.
 *   (1980), Journal of Political Economy 88(5); Datta, D. D. and Du, W. (2012), "Nonparametric HAC Estimation for Time Series Data with Missing Observations".
 */
export function coefficientCovariance(
  fit: LeastSquares,
  positions: ArrayLike<number>,
  { errors, lags, correction }: CovarianceRule,
): Float64Array[] {
  const { inverse, residuals } = fit;
  const [rows, size] = [residuals.length, inverse.length];
  if (errors === 'ols') {
    const variance = dot(residuals, residuals) / (rows - size);
    return inverse.map((row) => row.map((value) => value * variance));
  }
  const weight = (lag: number): number => (errors === 'hansenHodrick' ? 1 : 1 - lag / (lags + 1));
  const middle = longRunCovariance(scoresOf(fit, positions), lags, weight);
  const factor = correction === 'none' ? 1 : rows / (rows - size);
  const half = inverse.map((row) => Float64Array.from(middle, (column) => dot(row, column)));
  const covariance = half.map((row) => Float64Array.from(inverse, (column) => factor * dot(row, column)));
  if (errors === 'hansenHodrick') dropRounding(covariance, fit, positions, lags, correction);
  return covariance;
}

/**
 * Makes NaN of Hansen–Hodrick variances that are none: negative ones, those that are rounding beside White's, and all of them where the lags reach over half
 * of the rows: with equal weights the products of all pairs of rows cancel, since the scores add up to 0.
 */
function dropRounding(
  covariance: readonly Float64Array[],
  fit: LeastSquares,
  positions: ArrayLike<number>,
  lags: number,
  correction: CovarianceRule['correction'],
): void {
  const white = coefficientCovariance(fit, positions, { errors: 'white', lags: 0, correction });
  const tooMany = reachTooFar(lags, fit.residuals.length);
  covariance.forEach((row, place) => {
    const own = white[place]![place]!;
    if (own > 0 && (tooMany || !(row[place]! > ROUNDED * own))) row[place] = NaN;
  });
}

/** A variance under this share of the one without autocorrelation is what cancelling has left. */
const ROUNDED = 1e-9;

/** Whether equal weights over so many lags leave nothing of so many rows. */
export const reachTooFar = (lags: number, rows: number): boolean => 2 * lags >= rows;

/** uₜ xₜ, one array per column, laid out by period; 0 where the sample has no row. */
function scoresOf({ columns, residuals }: LeastSquares, positions: ArrayLike<number>): Float64Array[] {
  const first = positions[0]!;
  const periods = positions[positions.length - 1]! - first + 1;
  return columns.map((column) => {
    const scores = new Float64Array(periods);
    residuals.forEach((residual, row) => {
      scores[positions[row]! - first] = residual * column[row]!;
    });
    return scores;
  });
}

/** Γ₀ + Σ wₗ (Γₗ + Γₗ') of columns as they are, sums and not means. */
export function longRunCovariance(
  columns: readonly Float64Array[],
  lags: number,
  weight: (lag: number) => number,
): Float64Array[] {
  const lagged = (a: Float64Array, b: Float64Array, lag: number): number => {
    let sum = 0;
    for (let row = lag; row < a.length; row++) sum += a[row]! * b[row - lag]!;
    return sum;
  };
  return columns.map((a) =>
    Float64Array.from(columns, (b) => {
      let sum = lagged(a, b, 0);
      for (let lag = 1; lag <= lags; lag++) sum += weight(lag) * (lagged(a, b, lag) + lagged(b, a, lag));
      return sum;
    }),
  );
}
